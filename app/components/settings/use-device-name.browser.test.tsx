import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { renderPage } from "#app/components/ui/testing/render-page.tsx";
import { useDeviceName } from "./use-device-name.ts";

function Devices({ userAgents }: { userAgents: string[] }) {
  const name = useDeviceName();
  return (
    <ul>
      {userAgents.map((userAgent) => (
        <li key={userAgent}>{name(userAgent)}</li>
      ))}
    </ul>
  );
}

const userAgents = [
  "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Something/1.0",
  "curl/8.5.0",
  "",
];

test("a session names its device in words, and says so when it cannot", async () => {
  await renderPage(<Devices userAgents={userAgents} />);
  const named = (await screen.findAllByRole("listitem")).map((item) => item.textContent);
  expect(named).toEqual(["Safari on iPhone", "A browser on Windows", "A script (curl)", "Unknown device"]);
});
