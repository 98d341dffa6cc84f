import { Chart } from "#app/components/charts/chart.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { salesBefore, salesByDay } from "./demo-data.ts";
import { Section } from "./section.tsx";

const days = salesByDay.map((value, index) => ({
  label: `${index + 7} Nov`,
  values: { orders: value, returns: Math.round(value / 6), shopee: Math.round(value * 0.6) },
}));

export function ChartsSection() {
  return (
    <Section id="charts" title="Charts">
      <div className="grid gap-4 xl:grid-cols-2">
        <Card>
          <CardHeader title="Orders a day" level={3} />
          <CardBody>
            <Chart kind="line" title="Orders a day" series={[{ key: "orders", label: "Orders" }]} points={days} previous={salesBefore} />
          </CardBody>
        </Card>
        <Card>
          <CardHeader title="By channel" level={3} />
          <CardBody>
            <Chart
              kind="line"
              title="Orders by channel"
              series={[
                { key: "orders", label: "Mercado Livre" },
                { key: "shopee", label: "Shopee" },
              ]}
              points={days}
            />
          </CardBody>
        </Card>
        <Card>
          <CardHeader title="Orders and returns" level={3} />
          <CardBody>
            <Chart
              kind="stacked"
              title="Orders and returns"
              series={[
                { key: "orders", label: "Orders" },
                { key: "returns", label: "Returns", tone: "brass" },
                { key: "shopee", label: "Shopee", tone: "info" },
              ]}
              points={days}
            />
          </CardBody>
        </Card>
        <Card>
          <CardHeader title="No data" level={3} />
          <CardBody>
            <Chart kind="bar" title="Nothing" series={[{ key: "orders", label: "Orders" }]} points={[]} />
          </CardBody>
        </Card>
      </div>
    </Section>
  );
}
