import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Field } from "./field.tsx";
import { Input } from "./input.tsx";
import { RadioGroup } from "./radio-group.tsx";
import { renderPage } from "./testing/render-page.tsx";

test("a field's label, hint and error all belong to its control", async () => {
  await renderPage(
    <Field label="E-mail" name="email" description="Where the invitation goes." error="Already used." required>
      <Input type="email" />
    </Field>,
  );
  const input = await screen.findByRole<HTMLInputElement>("textbox", { name: "E-mail" });
  const described = (input.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.querySelector(`[id="${id}"]`)?.textContent);
  expect(described).toEqual(["Already used.", "Where the invitation goes."]);
  expect(input.getAttribute("aria-invalid")).toBe("true");
  expect([input.name, input.required]).toEqual(["email", true]);
});

test("a field without an error does not claim to be wrong", async () => {
  await renderPage(
    <Field label="Note" name="note">
      <Input />
    </Field>,
  );
  const input = await screen.findByRole("textbox", { name: "Note" });
  expect(input.hasAttribute("aria-invalid")).toBe(false);
  expect(input.hasAttribute("aria-describedby")).toBe(false);
});

test("a control's own name wins over the field's", async () => {
  await renderPage(
    <Field label="Note" name="note">
      <Input name="remark" />
    </Field>,
  );
  expect((await screen.findByRole<HTMLInputElement>("textbox")).name).toBe("remark");
});

test("a group of choices starts at its default and explains each choice", async () => {
  await renderPage(
    <RadioGroup
      name="role"
      label="Role"
      defaultValue="b"
      options={[
        { value: "a", label: "A" },
        { value: "b", label: "B", description: "the second" },
      ]}
    />,
  );
  const chosen = await screen.findByRole<HTMLInputElement>("radio", { name: /B/ });
  expect(chosen.checked).toBe(true);
  expect(document.querySelector(`[id="${chosen.getAttribute("aria-describedby")}"]`)?.textContent).toBe("the second");
});
