import { type ComponentType, useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { toast } from "./toast.ts";

type Opened = { open: boolean; onOpenChange: (open: boolean) => void };

/**
 * A dialog whose code is fetched when it first opens, and which stays for its closing movement. Code may be out of reach, as it
 * is without a network or once a newer version stands there: that closes the dialog again and leaves the page alone.
 */
export function loadWhenOpened<Props extends Opened>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  return function LoadedWhenOpened(props: Props) {
    const { t } = useTranslation("ui");
    const [Loaded, setLoaded] = useState<ComponentType<Props>>();
    const { open, onOpenChange } = props;
    const isWanted = open && Loaded === undefined;
    useEffect(() => {
      if (!isWanted) return;
      let isGone = false;
      const fail = () => {
        toast.wrong(t("loadFailed"));
        onOpenChange(false);
      };
      load().then(
        (found) => (isGone ? undefined : setLoaded(() => found)),
        () => (isGone ? undefined : fail()),
      );
      return () => {
        isGone = true;
      };
    }, [isWanted, onOpenChange, t]);
    return Loaded === undefined ? null : <Loaded {...props} />;
  };
}
