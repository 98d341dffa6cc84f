import { channels, syncRuns } from "#db/schema/channels.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { alerts, floorReports } from "#db/schema/floor-watch.ts";
import { orderItems, orders } from "#db/schema/orders.ts";
import { cartons } from "#db/schema/packing.ts";
import { fulfilments, waves } from "#db/schema/fulfilment.ts";
import { listingChangeItems, listingChanges, recommendations, savedViews } from "#db/schema/selling.ts";
import { warehouses, zones } from "#db/schema/warehouse.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { insert, type NewRow, type Write } from "#db/writes.ts";
import { patternWrites } from "./pattern-rows.ts";
import { gapWrites } from "./gap-rows.ts";
import { artifactWrites } from "./artifact-rows.ts";
import { agentWrites } from "./agent-rows.ts";
import { analysisWrites } from "./analysis-rows.ts";
import { siteWrites } from "./site-rows.ts";
import { sightingWrites } from "./sighting-rows.ts";
import { trendWrite } from "./trend-rows.ts";
import { triggerWrites } from "./trigger-rows.ts";
import { approvalWrite } from "./approval-rows.ts";
import { delegationWrite } from "./delegation-rows.ts";
import { returnWrites } from "./return-rows.ts";
import { stageStartMs, testIds } from "./basics.ts";
import { shopperWrites } from "./shopper-rows.ts";
import { modelWrites } from "./model-rows.ts";
import { aCarton, aChannel, aListing, anOrder, anOrderItem, aProduct, aQuestion, aReview, aVariant } from "./shop-rows.ts";

const dayMs = 24 * 3_600_000;

/** One of everything that selling can be asked about. */
export type TestShop = Record<
  | "channelId"
  | "runId"
  | "productId"
  | "variantId"
  | "listingId"
  | "orderId"
  | "questionId"
  | "reviewId"
  | "adviceId"
  | "trendId"
  | "patternId"
  | "changeId"
  | "viewId"
  | "warehouseId"
  | "zoneId"
  | "fulfilmentId"
  | "parcelId"
  | "stuckId"
  | "refusedId"
  | "returnId"
  | "backId"
  | "lookedId"
  | "alertId"
  | "reportId"
  | "agentRunId"
  | "proposalId"
  | "doneProposalId"
  | "cartonId"
  | "waveId"
  | "aiProviderId"
  | "aiCapId"
  | "aiCallId"
  | "analysisId"
  | "textChangeId"
  | "gapId"
  | "issueId"
  | "triggerId"
  | "policyId"
  | "approvalId"
  | "shownApprovalId"
  | "delegationId"
  | "siteId"
  | "visitId"
  | "interactionId"
  | "artifactId"
  | "dashboardId"
  | "pinId"
  | "scheduleId",
  string
>;

export function newShop(): TestShop {
  return {
    channelId: testIds.next("chn"),
    runId: testIds.next("run"),
    productId: testIds.next("prd"),
    variantId: testIds.next("var"),
    listingId: testIds.next("lst"),
    orderId: testIds.next("ord"),
    questionId: testIds.next("qst"),
    reviewId: testIds.next("rev"),
    adviceId: testIds.next("rec"),
    trendId: testIds.next("trd"),
    patternId: testIds.next("pat"),
    changeId: testIds.next("chg"),
    viewId: testIds.next("viw"),
    warehouseId: testIds.next("whs"),
    zoneId: testIds.next("zon"),
    fulfilmentId: testIds.next("ful"),
    parcelId: testIds.next("ful"),
    stuckId: testIds.next("ful"),
    refusedId: testIds.next("ful"),
    returnId: testIds.next("ret"),
    backId: testIds.next("ret"),
    lookedId: testIds.next("ret"),
    alertId: testIds.next("alr"),
    reportId: testIds.next("rep"),
    agentRunId: testIds.next("run"),
    proposalId: testIds.next("prp"),
    doneProposalId: testIds.next("prp"),
    cartonId: testIds.next("ctn"),
    waveId: testIds.next("wav"),
    aiProviderId: testIds.next("aip"),
    aiCapId: testIds.next("aic"),
    aiCallId: testIds.next("aia"),
    analysisId: testIds.next("ana"),
    textChangeId: testIds.next("txt"),
    gapId: testIds.next("gap"),
    issueId: testIds.next("iss"),
    triggerId: testIds.next("trg"),
    policyId: testIds.next("pol"),
    approvalId: testIds.next("apr"),
    shownApprovalId: testIds.next("apr"),
    delegationId: testIds.next("dlg"),
    siteId: testIds.next("sit"),
    visitId: testIds.next("vis"),
    interactionId: testIds.next("int"),
    artifactId: testIds.next("art"),
    dashboardId: testIds.next("dsh"),
    pinId: testIds.next("pin"),
    scheduleId: testIds.next("rsc"),
  };
}

export function shopWrites(shop: TestShop, userId: string): Write[] {
  const { channelId } = shop;
  const at = stageStartMs - dayMs;
  return [
    insert(channels, aChannel({ id: channelId })),
    insert(syncRuns, {
      id: shop.runId,
      channelId,
      kind: "first",
      state: "running",
      phase: "listings",
      counts: {},
      problems: [],
      reconciliation: null,
      requestedByUserId: userId,
      startedAt: at,
      heartbeatAt: at,
      finishedAt: null,
      createdAt: at,
    }),
    insert(products, aProduct({ id: shop.productId })),
    ...shopperWrites(shop),
    insert(variants, aVariant({ id: shop.variantId, productId: shop.productId })),
    insert(listings, aListing({ id: shop.listingId, channelId })),
    insert(orders, anOrder({ id: shop.orderId, channelId })),
    insert(orderItems, anOrderItem({ orderId: shop.orderId, channelId })),
    insert(questions, aQuestion({ id: shop.questionId, channelId })),
    insert(reviews, aReview({ id: shop.reviewId, channelId })),
    insert(warehouses, { id: shop.warehouseId, code: "CD1", name: "Depósito", createdAt: at }),
    insert(zones, { id: shop.zoneId, warehouseId: shop.warehouseId, code: "A", name: "Zona A", createdAt: at }),
    insert(
      fulfilments,
      aFulfilment(shop, { id: shop.fulfilmentId, orderId: shop.orderId, state: "picked" }),
      aFulfilment(shop, { id: shop.parcelId, orderId: `${shop.orderId}-b`, state: "packed" }),
      aFulfilment(shop, { id: shop.stuckId, orderId: `${shop.orderId}-c`, state: "releasing", problem: "no-staging" }),
      aFulfilment(shop, { id: shop.refusedId, orderId: `${shop.orderId}-d`, state: "shipped", telling: "refused", tellError: "not-found" }),
    ),
    ...returnWrites(shop),
    insert(alerts, {
      id: shop.alertId,
      kind: "drift",
      subject: shop.zoneId,
      severity: "wrong",
      openedAt: at,
      lastSeenAt: at,
      facts: { value: 2 },
    }),
    insert(floorReports, { id: shop.reportId, day: "2020-01-01", objectKey: `reports/${shop.reportId}.json`, sizeBytes: 2, createdAt: at }),
    ...gapWrites(shop),
    ...patternWrites(shop),
    ...agentWrites(shop),
    ...triggerWrites(shop),
    ...siteWrites(shop),
    ...modelWrites(shop, userId),
    ...analysisWrites(shop),
    insert(waves, { id: shop.waveId, warehouseId: shop.warehouseId, number: 1, plan: null, createdBy: "Marina", createdAt: at }),
    ...decisionWrites(shop, userId),
  ];
}

type Own = Partial<NewRow<typeof fulfilments>> & { id: string; orderId: string; state: string };

function aFulfilment({ channelId, warehouseId }: TestShop, own: Own): NewRow<typeof fulfilments> {
  const nothing = { waveId: null, problem: null, parcel: null, trackingCode: null, telling: null, tellError: null };
  return { channelId, warehouseId, createdAt: stageStartMs - dayMs, pickedAt: null, packedAt: null, shippedAt: null, ...nothing, ...own };
}

function decisionWrites(shop: TestShop, userId: string): Write[] {
  const { adviceId, trendId, changeId, viewId, channelId, listingId } = shop;
  const at = stageStartMs - dayMs;
  return [
    ...artifactWrites(shop, userId),
    insert(recommendations, {
      id: adviceId,
      ruleId: "few-pictures",
      channelId,
      subjectKind: "listing",
      subjectId: listingId,
      subjectLabel: "Chaleira elétrica 1,8 L",
      state: "open",
      priority: 50,
      evidence: [],
      expected: { metric: "quality-score", before: 60, after: 70, unit: "points" },
      remedy: null,
      measuredAfter7: null,
      measuredAfter14: null,
      firstSeenAt: at,
      lastSeenAt: at,
      decidedAt: null,
      decidedByUserId: null,
    }),
    trendWrite(trendId),
    ...sightingWrites(shop),
    approvalWrite(shop.approvalId, "chat:write"),
    approvalWrite(shop.shownApprovalId, "chat:read"),
    insert(cartons, aCarton(shop.cartonId, at)),
    delegationWrite(shop.delegationId),
    insert(listingChanges, {
      id: changeId,
      kind: "price",
      state: "done",
      undoOfId: null,
      total: 1,
      applied: 1,
      refused: 0,
      requestedBy: "Ana owner",
      createdAt: at,
      finishedAt: at,
    }),
    insert(listingChangeItems, {
      id: `${changeId}/${listingId}`,
      changeId,
      listingId,
      channelId,
      label: "Chaleira elétrica 1,8 L",
      before: 17_990,
      after: 18_990,
      state: "applied",
      reason: null,
      vendorText: null,
      finishedAt: at,
    }),
    insert(savedViews, { id: viewId, userId, page: "listings", name: "Sem estoque", query: "stock=0", createdAt: at }),
  ];
}
