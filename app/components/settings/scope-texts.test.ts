import { expect, test } from "vitest";
import { actions } from "#app/domain/accounts/permissions.ts";
import { settings as en } from "#app/i18n/en/settings.ts";
import { settings as ptBr } from "#app/i18n/pt-BR/settings.ts";

test.each(Object.entries({ en, "pt-BR": ptBr }))("every permission has words in %s", (_language, { profile }) => {
  const told = Object.entries(profile.may).flatMap(([area, kinds]) => Object.keys(kinds).map((kind) => `${area}:${kind}`));
  expect(told.toSorted()).toEqual([...actions].toSorted());
});
