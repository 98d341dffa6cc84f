import { Copy, MoreHorizontal, Pause, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { Dialog, DialogClose } from "#app/components/ui/dialog.tsx";
import { DropdownMenu, MenuCheckItem, MenuItem, MenuLabel, MenuSeparator } from "#app/components/ui/dropdown-menu.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Popover } from "#app/components/ui/popover.tsx";
import { Sheet } from "#app/components/ui/sheet.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { Row, Section } from "./section.tsx";

export function OverlaysSection() {
  const [isOn, setOn] = useState(true);
  return (
    <Section id="overlays" title="Dialogs, menus, messages">
      <Row label="Dialogs">
        <Dialog
          title="Rename listing"
          description="Buyers see the new name within a minute."
          trigger={<Button>Rename…</Button>}
          footer={
            <>
              <DialogClose>
                <Button>Cancel</Button>
              </DialogClose>
              <Button variant="primary">Rename</Button>
            </>
          }
        >
          <Field label="Name" name="name">
            <Input defaultValue="Chaleira elétrica 1,8 L" />
          </Field>
        </Dialog>
        <ConfirmDialog
          destructive
          trigger={<Button variant="danger">Delete workspace…</Button>}
          title="Delete the workspace Demo?"
          description="312 listings, 1,204 orders and every key go with it. This cannot be undone."
          confirmLabel="Delete workspace"
          typedName="Demo"
          onConfirm={() => toast.ok("Workspace deleted")}
        />
        <Sheet
          title="Chaleira elétrica 1,8 L"
          description="Listing CZ-1040"
          trigger={<Button>Open beside</Button>}
          footer={<Button variant="primary">Change price</Button>}
        >
          <p>The row opens here, and the list stays where it was.</p>
        </Sheet>
      </Row>
      <Row label="Menus">
        <DropdownMenu align="start" trigger={<Button icon={<MoreHorizontal aria-hidden />}>Actions</Button>}>
          <MenuLabel>Listing</MenuLabel>
          <MenuItem icon={<Copy aria-hidden />} hint="Ctrl D">
            Duplicate
          </MenuItem>
          <MenuItem icon={<Pause aria-hidden />} disabled>
            Pause
          </MenuItem>
          <MenuCheckItem checked={isOn} onCheckedChange={setOn}>
            Follow competitors
          </MenuCheckItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 aria-hidden />} danger>
            Delete
          </MenuItem>
        </DropdownMenu>
        <Popover label="About the fee" trigger={<Button variant="ghost">What is the fee?</Button>}>
          <p>The channel keeps 14.4 % of the price, and R$ 6.00 below R$ 79.00.</p>
        </Popover>
      </Row>
      <Row label="Messages">
        <Button
          onClick={() =>
            toast.ok("Price changed", {
              description: "R$ 189,90 from now on",
              action: { label: "Undo", onPress: () => toast.info("Put back") },
            })
          }
        >
          Good news
        </Button>
        <Button onClick={() => toast.wrong("The price was not changed", { description: "The channel did not answer. Try again." })}>
          Bad news
        </Button>
      </Row>
    </Section>
  );
}
