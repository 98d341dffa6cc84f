import { Sparkline } from "#app/components/charts/sparkline.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Progress } from "#app/components/ui/progress.tsx";
import { Skeleton } from "#app/components/ui/skeleton.tsx";
import { StaleBanner } from "#app/components/ui/stale-banner.tsx";
import { DateTime, RelativeTime } from "#app/components/ui/time.tsx";
import { EmptyShelf } from "#app/components/ui/empty-shelf.tsx";
import { salesBefore, salesByDay } from "./demo-data.ts";
import { Row, Section } from "./section.tsx";

export function FeedbackSection({ nowMs }: { nowMs: number }) {
  return (
    <Section id="feedback" title="Figures and feedback">
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <Figure
          label="GMV"
          value="R$ 184.230"
          period="30 days"
          delta={{ ratio: 0.09, comparison: "on the 30 before" }}
          sparkline={<Sparkline values={salesByDay} previous={salesBefore} />}
          explanation={<p>Sum of order totals that were paid, 22 Oct to 20 Nov, in your time zone; cancelled orders are left out.</p>}
        />
        <Figure
          label="Orders"
          value="1,204"
          period="30 days"
          delta={{ ratio: 0.04 }}
          sparkline={<Sparkline values={salesBefore} />}
          to="#feedback"
        />
        <Figure label="Score" value="82" unit="of 100" delta={{ ratio: -0.012, comparison: "this week" }} />
        <Figure label="Oldest question" value="4" unit="min" delta={{ ratio: 0 }} />
      </div>
      <div className="grid gap-3">
        <StaleBanner freshAtMs={nowMs - 4 * 60_000} onRefresh={() => undefined} />
        <InlineAlert tone="wrong" title="The channel refused the new price" action={<Button size="sm">Try again</Button>}>
          It is below the floor you set. Nothing was changed.
        </InlineAlert>
        <InlineAlert tone="watch" title="Nine listings run out this week" />
        <InlineAlert tone="ok" title="All orders are on their way" />
        <InlineAlert tone="info" title="A new version of the tariff table starts on Monday" />
      </div>
      <Card className="grid gap-5 p-5">
        <Progress
          label="Importing listings"
          done={128}
          total={312}
          timeLeftMs={95_000}
          errors={2}
          action={<Button size="sm">Cancel</Button>}
        />
        <Progress label="Waiting for the channel" />
        <Progress label="Prices changed" done={40} total={40} />
      </Card>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card>
          <EmptyState
            title="No supplier yet"
            picture={<EmptyShelf />}
            action={
              <LinkButton to="#feedback" variant="primary">
                Add the first supplier
              </LinkButton>
            }
          >
            Suppliers tell you what can be bought, at what price and how fast.
          </EmptyState>
        </Card>
        <Card className="grid content-start gap-3 p-5">
          <Skeleton className="h-6 w-1/2" />
          <Skeleton />
          <Skeleton className="w-4/5" />
          <Skeleton className="h-24" />
        </Card>
      </div>
      <Row label="Time">
        <RelativeTime ms={nowMs - 5 * 60_000} />
        <DateTime ms={nowMs} />
        <DateTime ms={nowMs} show="date" />
      </Row>
    </Section>
  );
}
