import { act, cleanup, render, screen } from "@testing-library/react";
import { useSyncExternalStore } from "react";
import { createRoutesStub, Outlet, redirect, useFetcher, useLoaderData, useNavigate } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { initialLiveView, type LiveView } from "#party/workspace-live/state.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { useChanges } from "./use-changes.ts";
import { LiveContext } from "./use-console.ts";

afterEach(cleanup);

const connected: LiveView = { ...initialLiveView, status: "live", cursor: { epoch: "e", seq: 1 } };

function List() {
  useChanges("listings");
  return <p>read {useLoaderData<number>()} times</p>;
}

/** A form whose answer leads to another page, as deciding in a dialog does. */
function Leave() {
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post">
      <button type="submit">Leave</button>
    </fetcher.Form>
  );
}

/** A page that hears what the test says next. */
async function openPage(first: LiveView, action?: () => Promise<Response>): Promise<(view: LiveView) => void> {
  let reads = 0;
  let current = first;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  function Page() {
    const view = useSyncExternalStore(subscribe, () => current);
    return (
      <LiveContext value={view}>
        <List />
        <Leave />
      </LiveContext>
    );
  }
  const Routes = createRoutesStub([
    { path: "/", Component: Page, loader: () => (reads += 1), HydrateFallback: () => null, ...(action === undefined ? {} : { action }) },
    { path: "/elsewhere", Component: () => <p>elsewhere</p> },
  ]);
  render(<Routes />);
  await screen.findByText("read 1 times");
  return (view) =>
    act(() => {
      current = view;
      for (const listener of listeners) listener();
    });
}

test("a page that was rendered before its socket opened reads once more when it hears the room", async () => {
  const hear = await openPage(initialLiveView);
  hear(connected);
  expect(await screen.findByText("read 2 times")).toBeDefined();
});

test("a page that opens while the room is heard reads again only for what changes in its areas", async () => {
  const hear = await openPage(connected);
  hear({ ...connected, changes: { orders: 1 } });
  hear({ ...connected, changes: { orders: 1, listings: 1 } });
  expect(await screen.findByText("read 2 times")).toBeDefined();
});

test("what changes while a form is on its way does not lose where its answer leads", async () => {
  const answer = Promise.withResolvers<Response>();
  const hear = await openPage(connected, () => answer.promise);
  act(() => screen.getByText("Leave").click());
  hear({ ...connected, changes: { listings: 1 } });
  // Whatever the page would do about it at once has been done after a turn.
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  answer.resolve(redirect("/elsewhere"));
  expect(await screen.findByText("elsewhere")).toBeDefined();
});

/** Deletes what its page shows, tells so, and leaves, as pages of one thing do. */
function Delete() {
  const fetcher = useFetcher<string>();
  const navigate = useNavigate();
  useAnswer(fetcher, () => void navigate("/elsewhere"));
  return (
    <button type="button" onClick={() => void fetcher.submit({}, { method: "post" })}>
      Delete
    </button>
  );
}

test("what is deleted is not read again before its page is left, however slow the rest of the page answers", async () => {
  const frame = Promise.withResolvers<string>();
  let isDeleted = false;
  let frameReads = 0;
  let current = connected;
  let tell: () => void = () => undefined;
  function Page() {
    const view = useSyncExternalStore(
      (listener) => {
        tell = listener;
        return () => undefined;
      },
      () => current,
    );
    return (
      <LiveContext value={view}>
        <List />
        <Delete />
      </LiveContext>
    );
  }
  const Routes = createRoutesStub([
    {
      path: "/",
      loader: () => ((frameReads += 1) === 1 ? "frame" : frame.promise),
      Component: Outlet,
      HydrateFallback: () => null,
      ErrorBoundary: () => <p>not found</p>,
      children: [
        {
          index: true,
          Component: Page,
          loader: () => {
            if (isDeleted) throw new Response(null, { status: 404 });
            return 1;
          },
          action: () => {
            isDeleted = true;
            return "deleted";
          },
          shouldRevalidate: ({ formMethod, defaultShouldRevalidate }) => formMethod === undefined && defaultShouldRevalidate,
        },
        { path: "elsewhere", Component: () => <p>elsewhere</p> },
      ],
    },
  ]);
  render(<Routes />);
  await screen.findByText("Delete");
  act(() => screen.getByText("Delete").click());
  await vi.waitUntil(() => frameReads === 2);
  act(() => {
    current = { ...connected, changes: { listings: 1 } };
    tell();
  });
  await act(() => new Promise((resolve) => setTimeout(resolve)));
  frame.resolve("frame");
  expect(await screen.findByText(/elsewhere|not found/)).toHaveProperty("textContent", "elsewhere");
});
