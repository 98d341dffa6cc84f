import { CirclePause, Coins, Warehouse } from "lucide-react";
import type { ReactNode } from "react";
import type { ChangeKind } from "#app/domain/channels/remote.ts";

export const changeIcons: Record<ChangeKind, ReactNode> = {
  price: <Coins aria-hidden />,
  stock: <Warehouse aria-hidden />,
  status: <CirclePause aria-hidden />,
};
