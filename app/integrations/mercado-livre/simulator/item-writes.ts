import { z } from "zod";
import { withOwnItem } from "./item-routes.ts";
import { itemBody } from "./item-wire.ts";
import { remember, type SimItem } from "./model.ts";
import { tellItem } from "./notices.ts";
import { refuse, reply } from "./replies.ts";
import { type Route, route, type RouteContext } from "./router.ts";

const price = z.number().positive().max(1_000_000);
const quantity = z.int().min(0).max(99_999);

const writeSchema = z.looseObject({
  price: price.optional(),
  available_quantity: quantity.optional(),
  status: z.enum(["active", "paused", "closed"]).optional(),
  title: z.string().min(1).max(60).optional(),
  deleted: z.union([z.boolean(), z.string()]).optional(),
  variations: z
    .array(z.looseObject({ id: z.union([z.number(), z.string()]), price: price.optional(), available_quantity: quantity.optional() }))
    .optional(),
});
type Write = z.infer<typeof writeSchema>;

export const itemWrites: Route[] = [
  route("PUT /items/:id", (context) => withOwnItem(context, "Caller is not the item's owner", (item) => putItem(context, item))),
  ...["PUT", "POST"].map((method) =>
    route(`${method} /items/:id/description`, (context) =>
      withOwnItem(context, "Caller is not the item's owner", (item) => {
        const body = z.object({ plain_text: z.string().max(50_000) }).safeParse(context.body);
        if (!body.success) return refuse(400, "bad_request", "The description must be plain_text");
        item.description = body.data.plain_text.replaceAll(/<[^>]*>/g, "");
        touched(context, item, "description");
        return reply({ plain_text: item.description });
      }),
    ),
  ),
];

function putItem(context: RouteContext, item: SimItem): Response {
  const { world, body } = context;
  const write = writeSchema.safeParse(body);
  if (!write.success) {
    const [issue] = write.error.issues;
    const field = String(issue?.path.at(-1) ?? "body");
    return refuse(400, "validation_error", "Validation error", [{ code: `item.${field}.invalid`, message: `The ${field} is not valid` }]);
  }
  if (world.switches.lockNextWrites > 0) {
    world.switches.lockNextWrites -= 1;
    item.updatedMs = context.nowMs;
    return refuse(409, "conflict", "item optimistic locking error");
  }
  return refusalOf(context, item, write.data) ?? apply(context, item, write.data);
}

/** A listing that was just closed is still being written when its deletion comes. */
const settlesMs = 2_000;

function refusalOf({ caller, world, body, nowMs }: RouteContext, item: SimItem, write: Write): Response | undefined {
  if (write.deleted !== undefined) {
    if (item.status !== "closed") return refuse(400, "validation_error", "Only a closed item can be deleted");
    return nowMs - item.updatedMs < settlesMs ? refuse(409, "conflict", "item optimistic locking error") : undefined;
  }
  if (item.status === "closed") {
    return refuse(400, "validation_error", "Validation error", [
      { code: "item.status.invalid", message: "Cannot update item, status is closed" },
    ]);
  }
  if (write.title !== undefined && item.sold > 0) {
    const cause = { code: "field_not_updatable", message: `title is not modifiable for ${item.id}, it has sales` };
    return refuse(400, "validation_error", "Validation error", [cause]);
  }
  const setsQuantity = write.available_quantity !== undefined || write.variations?.some((one) => one.available_quantity !== undefined);
  if (setsQuantity === true && caller.tags.includes("warehouse_management")) {
    return refuse(400, "validation_error", "available_quantity is not allowed for sellers with warehouse_management");
  }
  if (setsQuantity === true && item.logisticType === "fulfillment") {
    return refuse(400, "validation_error", "available_quantity is not modifiable for fulfillment items");
  }
  if (item.automation === null || !setsPrice(write)) return undefined;
  const isAlone = typeof body === "object" && body !== null && Object.keys(body).length === 1 && write.price !== undefined;
  if (!isAlone || world.switches.automatedPrice === "ignored") return undefined;
  return refuse(400, "item.price.not_modifiable", "Cannot modify price on items with dynamic pricing");
}

function setsPrice(write: Write): boolean {
  return write.price !== undefined || write.variations?.some((one) => one.price !== undefined) === true;
}

function apply(context: RouteContext, item: SimItem, write: Write): Response {
  const isIgnored = item.automation !== null && setsPrice(write);
  if (write.price !== undefined && !isIgnored) setPrice(item, Math.round(write.price * 100));
  if (write.title !== undefined) item.title = write.title;
  if (write.variations !== undefined) applyVariations(item, write.variations, isIgnored);
  if (write.available_quantity !== undefined) setQuantity(item, write.available_quantity);
  if (write.status !== undefined) setStatus(item, write.status);
  if (write.deleted !== undefined) item.subStatus = ["deleted"];
  touched(context, item, Object.keys(write).join(", "));
  const warnings = isIgnored
    ? [
        {
          department: "items",
          cause_id: 502,
          code: "item.price.not_modifiable",
          message: "Cannot modify price on items with dynamic pricing",
          references: ["item.price"],
        },
      ]
    : [];
  return reply({ ...itemBody(item, { isOwner: true, withAllAttributes: false }), warnings });
}

/** Variations that are not named are removed, which has cost sellers listings. */
function applyVariations(item: SimItem, writes: NonNullable<Write["variations"]>, ignoresPrice: boolean): void {
  item.variations = item.variations.flatMap((variation) => {
    const write = writes.find((one) => String(one.id) === String(variation.id));
    if (write === undefined) return [];
    const priceCents = write.price === undefined || ignoresPrice ? variation.priceCents : Math.round(write.price * 100);
    return [{ ...variation, priceCents, quantity: write.available_quantity ?? variation.quantity }];
  });
  item.priceCents = item.variations[0]?.priceCents ?? item.priceCents;
  const total = item.variations.reduce((sum, variation) => sum + variation.quantity, 0);
  if (total !== item.quantity) setQuantity(item, total);
}

export function setPrice(item: SimItem, cents: number): void {
  item.priceCents = cents;
  for (const variation of item.variations) variation.priceCents = cents;
}

/** Nothing left pauses a listing and goods bring it back, but never one that its seller has paused. */
export function setQuantity(item: SimItem, quantity: number): void {
  item.quantity = quantity;
  if (quantity === 0 && item.status === "active") {
    item.status = "paused";
    item.subStatus = ["out_of_stock"];
  } else if (quantity > 0 && item.subStatus.includes("out_of_stock")) {
    item.status = "active";
    item.subStatus = [];
  }
}

export function setStatus(item: SimItem, status: "active" | "paused" | "closed"): void {
  if (status === "active" && item.quantity === 0) return;
  item.status = status;
  item.subStatus = status === "paused" ? ["paused_by_seller"] : [];
}

function touched({ world, tools, nowMs }: RouteContext, item: SimItem, what: string): void {
  item.updatedMs = nowMs;
  remember(world, nowMs, `item ${what}`, item.id);
  tellItem(world, tools, item);
}
