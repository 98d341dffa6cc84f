import { type ComponentType, lazy, Suspense, useState } from "react";

/** A dialog whose code is fetched when it first opens, and which stays for its closing movement. */
export function loadWhenOpened<Props extends { open: boolean }>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Loaded = lazy<ComponentType<Props>>(async () => ({ default: await load() }));
  return function LoadedWhenOpened(props: Props) {
    const [wasOpened, setOpened] = useState(props.open);
    if (props.open && !wasOpened) setOpened(true);
    return <Suspense>{wasOpened ? <Loaded {...props} /> : null}</Suspense>;
  };
}
