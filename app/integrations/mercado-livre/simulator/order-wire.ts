import { chance, choose } from "./chance.ts";
import type { SimOrder, World } from "./model.ts";
import { amount, localIso } from "./replies.ts";

const firstNames = [
  "Ana",
  "Bruno",
  "Carla",
  "Diego",
  "Elisa",
  "Felipe",
  "Gabriela",
  "Heitor",
  "Isabela",
  "João",
  "Karina",
  "Lucas",
  "Marina",
  "Otávio",
  "Paula",
  "Rafael",
  "Sônia",
  "Tiago",
] as const;
const lastNames = [
  "Almeida",
  "Barbosa",
  "Cardoso",
  "Dias",
  "Esteves",
  "Ferreira",
  "Gomes",
  "Lima",
  "Moraes",
  "Nogueira",
  "Oliveira",
  "Pereira",
  "Ribeiro",
  "Souza",
] as const;

export function buyerName(buyerId: number): string {
  return `${choose(firstNames, chance(buyerId, 1))} ${choose(lastNames, chance(buyerId, 2))}`;
}

export function orderBody(world: World, order: SimOrder): Record<string, unknown> {
  const { id, createdMs, closedMs, updatedMs } = order;
  const totalCents = order.unitCents * order.quantity;
  return {
    id,
    date_created: localIso(createdMs),
    date_closed: closedMs === null ? null : localIso(closedMs),
    last_updated: localIso(updatedMs),
    expiration_date: localIso(createdMs + 30 * 86_400_000),
    pack_id: order.packId,
    status: order.status,
    status_detail: null,
    total_amount: amount(totalCents),
    paid_amount: order.payment.approvedMs === null ? 0 : amount(totalCents),
    currency_id: "BRL",
    coupon: { id: null, amount: 0 },
    order_items: [lineBody(world, order)],
    payments: [paymentBody(order, totalCents)],
    shipping: { id: order.shipmentId },
    buyer: { id: order.buyerId },
    seller: { id: order.sellerId },
    tags: order.tags,
    mediations: (world.claimIdsOf.get(id) ?? []).map((claimId) => ({ id: claimId })),
    context: { channel: "marketplace", site: "MLB", flows: [] },
    cancel_detail:
      order.cancel === null
        ? null
        : {
            group: order.cancel.group,
            code: order.cancel.code,
            description: order.cancel.description,
            requested_by: order.cancel.requestedBy,
            date: localIso(order.cancel.atMs),
          },
    taxes: { amount: null, currency_id: null, id: null },
    feedback: { seller: null, buyer: null },
    fulfilled: null,
    order_request: { return: null, change: null },
  };
}

function lineBody(world: World, order: SimOrder): unknown {
  const discountCents = (order.fullUnitCents - order.unitCents) * order.quantity;
  return {
    item: {
      id: order.itemId,
      title: order.title,
      category_id: world.items.get(order.itemId)?.categoryId,
      variation_id: order.variationId,
      seller_sku: order.sku,
      seller_custom_field: null,
      variation_attributes: [],
    },
    quantity: order.quantity,
    requested_quantity: { value: order.quantity, measure: "unit" },
    unit_price: amount(order.unitCents),
    full_unit_price: amount(order.fullUnitCents),
    gross_price: amount(order.fullUnitCents * order.quantity),
    sale_fee: amount(order.feeCents),
    listing_type_id: order.listingType,
    currency_id: "BRL",
    discounts: discountCents === 0 ? null : [{ amounts: { full: amount(discountCents), seller: amount(discountCents) } }],
  };
}

function paymentBody(order: SimOrder, totalCents: number): unknown {
  const { payment } = order;
  return {
    id: payment.id,
    order_id: order.id,
    payer_id: order.buyerId,
    status: payment.status,
    status_detail: payment.status === "approved" ? "accredited" : null,
    transaction_amount: amount(totalCents),
    total_paid_amount: amount(totalCents),
    shipping_cost: 0,
    marketplace_fee: payment.approvedMs === null ? 0 : amount(order.feeCents * order.quantity),
    payment_method_id: order.buyerId % 3 === 0 ? "pix" : "master",
    payment_type: order.buyerId % 3 === 0 ? "bank_transfer" : "credit_card",
    installments: 1 + (order.buyerId % 6),
    currency_id: "BRL",
    date_created: localIso(order.createdMs),
    date_approved: payment.approvedMs === null ? null : localIso(payment.approvedMs),
    date_last_modified: localIso(order.updatedMs),
  };
}
