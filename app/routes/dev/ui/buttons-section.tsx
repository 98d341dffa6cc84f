import { Plus, Settings, Trash2 } from "lucide-react";
import { Avatar } from "#app/components/ui/avatar.tsx";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { CopyButton } from "#app/components/ui/copy-button.tsx";
import { Kbd } from "#app/components/ui/kbd.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { Separator } from "#app/components/ui/separator.tsx";
import { Spinner } from "#app/components/ui/spinner.tsx";
import { Tooltip } from "#app/components/ui/tooltip.tsx";
import { Row, Section } from "./section.tsx";

const variants = ["primary", "secondary", "ghost", "danger", "link"] as const;

export function ButtonsSection() {
  return (
    <Section id="buttons" title="Buttons and marks">
      {(["sm", "md", "lg"] as const).map((size) => (
        <Row key={size} label={`Size ${size}`}>
          {variants.map((variant) => (
            <Button key={variant} variant={variant} size={size}>
              {variant === "danger" ? "Remove Ana" : "Change price"}
            </Button>
          ))}
        </Row>
      ))}
      <Row label="With icon, loading, disabled, link">
        <Button variant="primary" icon={<Plus aria-hidden />}>
          Add listing
        </Button>
        <Button variant="primary" loading>
          Saving
        </Button>
        <Button disabled>Not now</Button>
        <LinkButton to="#buttons">A link</LinkButton>
        <Tooltip label="Settings">
          <Button size="icon" variant="ghost" aria-label="Settings" icon={<Settings aria-hidden />} />
        </Tooltip>
        <Button size="icon" aria-label="Delete" icon={<Trash2 aria-hidden />} />
        <CopyButton value="ek_local_demo" size="sm" />
      </Row>
      <Row label="States">
        <StateBadge tone="ok">Active</StateBadge>
        <StateBadge tone="watch">Low stock</StateBadge>
        <StateBadge tone="wrong">Blocked</StateBadge>
        <StateBadge tone="info">Draft</StateBadge>
        <StateBadge tone="ok" />
        <Badge>Owner</Badge>
      </Row>
      <Row label="People, keys, waiting">
        <Avatar name="Ana Prado" size="lg" presence="online" />
        <Avatar name="Bruno" presence="away" />
        <Avatar name="Carla Dias" presence="offline" />
        <Avatar name="Davi" size="sm" />
        <Separator vertical />
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
        <Spinner label="Loading" />
      </Row>
      <LinkTabs
        label="Saved views"
        tabs={[
          { to: "?view=all", label: "All", count: 312, current: true },
          { to: "?view=need", label: "Need you", count: 9, current: false },
          { to: "?view=paused", label: "Paused", current: false },
        ]}
      />
    </Section>
  );
}
