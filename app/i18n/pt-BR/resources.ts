import { asking } from "./asking.ts";
import { automation } from "./automation.ts";
import { models } from "./models.ts";
import { visitors } from "./visitors.ts";
import { sites } from "./sites.ts";
import { triggers } from "./triggers.ts";
import { agents } from "./agents.ts";
import { channels } from "./channels.ts";
import { catalog } from "./catalog.ts";
import { orders } from "./orders.ts";
import { service } from "./service.ts";
import { gaps } from "./gaps.ts";
import { market } from "./market.ts";
import { selling } from "./selling.ts";
import { advice } from "./advice.ts";
import { activity } from "./activity.ts";
import { auth } from "./auth.ts";
import { common } from "./common.ts";
import { console } from "./console.ts";
import { docs } from "./docs.ts";
import { errors } from "./errors.ts";
import { fulfilment } from "./fulfilment.ts";
import { landing } from "./landing.ts";
import { mail } from "./mail.ts";
import { notifications } from "./notifications.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { ui } from "./ui.ts";
import { floor } from "./floor.ts";
import { tablets } from "./tablets.ts";
import { warehouse } from "./warehouse.ts";
import { archive } from "./archive.ts";
import { labels } from "./labels.ts";
import { returns } from "./returns.ts";
import { monitoring } from "./monitoring.ts";
import { packing } from "./packing.ts";
import { shoppers } from "./shoppers.ts";
import { statistics } from "./statistics.ts";
import { trends } from "./trends.ts";
import { connect } from "./connect.ts";
import { assistant } from "./assistant.ts";
import { patterns } from "./patterns.ts";
import { answers } from "./answers.ts";
import { chat } from "./chat.ts";
import { approvals } from "./approvals.ts";
import { delegations } from "./delegations.ts";
import { dashboards } from "./dashboards.ts";
import { waves } from "./waves.ts";
import { analysis } from "./analysis.ts";

export const ptBR = {
  automation,
  triggers,
  sites,
  visitors,
  channels,
  catalog,
  orders,
  service,
  gaps,
  market,
  selling,
  advice,
  activity,
  agents,
  auth,
  common,
  console,
  docs,
  errors,
  landing,
  mail,
  notifications,
  settings,
  shell,
  ui,
  warehouse,
  fulfilment,
  returns,
  monitoring,
  labels,
  archive,
  tablets,
  packing,
  statistics,
  trends,
  assistant,
  connect,
  shoppers,
  patterns,
  answers,
  chat,
  approvals,
  delegations,
  dashboards,
  waves,
  models,
  analysis,
  asking,
  floor,
};
