import { Search } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Combobox } from "#app/components/ui/combobox.tsx";
import { DatePicker } from "#app/components/ui/date-picker.tsx";
import { DateRangePicker } from "#app/components/ui/date-range-picker.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { IsoDayRange } from "#app/components/ui/iso-day.ts";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { Switch } from "#app/components/ui/switch.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { Section } from "./section.tsx";

const roles = [
  { value: "manager", label: "Manager", description: "Runs the day: prices, orders, stock." },
  { value: "picker", label: "Picker", description: "Works on the floor with a phone or tablet." },
  { value: "viewer", label: "Viewer", description: "Sees everything, changes nothing.", disabled: true },
];
const zones = ["America/Sao_Paulo", "America/Manaus", "Europe/Lisbon", "UTC"].map((value) => ({
  value,
  label: value,
  hint: value === "UTC" ? "±0" : "",
}));

export function FormsSection() {
  const [range, setRange] = useState<IsoDayRange>();
  return (
    <Section id="forms" title="Forms">
      <div className="grid gap-6 xl:grid-cols-2">
        <Card>
          <CardHeader title="Invite a teammate" description="They get a mail with a link that works for seven days." />
          <CardBody className="grid gap-5">
            <Field label="E-mail" name="email" required description="Where the invitation goes.">
              <Input type="email" placeholder="ana@example.com" autoComplete="off" />
            </Field>
            <Field label="E-mail" name="email2" error="This address already belongs to the workspace. Choose another.">
              <Input type="email" defaultValue="owner@demo.test" />
            </Field>
            <Field label="Password" name="password">
              <PasswordInput autoComplete="new-password" />
            </Field>
            <Field label="Note" name="note" optional>
              <Textarea placeholder="Say hello" />
            </Field>
            <RadioGroup name="role" label="Role" options={roles} defaultValue="picker" cards />
          </CardBody>
          <CardFooter>
            <Button>Cancel</Button>
            <Button variant="primary">Send invitation</Button>
          </CardFooter>
        </Card>
        <Card>
          <CardHeader title="Workspace" />
          <CardBody className="grid gap-5">
            <Field label="Search" name="q" hideLabel>
              <Input type="search" placeholder="Search this list" icon={<Search />} />
            </Field>
            <Field label="Order number" name="order">
              <Input mono defaultValue="ord_01JD8Q4ZK3" disabled />
            </Field>
            <Field label="Role" name="role2">
              <Select options={roles} defaultValue="manager" />
            </Field>
            <Field label="Role" name="role3" error="Choose a role.">
              <Select options={roles} />
            </Field>
            <Field label="Currency" name="currency">
              <NativeSelect options={["BRL", "USD", "EUR"].map((value) => ({ value, label: value }))} />
            </Field>
            <Field label="Time zone" name="zone">
              <Combobox options={zones} defaultValue="America/Sao_Paulo" />
            </Field>
            <Field label="Tell me when stock runs low" name="low" inline description="At most one mail a day.">
              <Checkbox defaultChecked />
            </Field>
            <Field label="Half of them" name="half" inline>
              <Checkbox indeterminate />
            </Field>
            <Field label="Accept the terms" name="terms" inline error="Accept the terms to go on.">
              <Checkbox />
            </Field>
            <Field label="Live updates" name="live" inline>
              <Switch defaultChecked />
            </Field>
            <Field label="Beta features" name="beta" inline>
              <Switch />
            </Field>
            <Field label="Expires on" name="expires" optional>
              <DatePicker today="2026-11-20" minDay="2026-11-20" />
            </Field>
            <DateRangePicker value={range} onChange={setRange} today="2026-11-20" />
          </CardBody>
        </Card>
      </div>
    </Section>
  );
}
