import "i18next";
import type { en } from "./en/resources.ts";

declare module "i18next" {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface merges into the library's own.
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof en;
  }
}
