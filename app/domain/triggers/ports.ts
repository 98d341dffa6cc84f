export type Delivery = { url: string; body: string; headers: Readonly<Record<string, string>> };

/** taken: the other side has it. refused: asking again changes nothing. later: it may work another time. */
export type Delivered = { outcome: "taken" | "refused" | "later"; status: number | null; failure: string | null };

/** The way to addresses that people named. One try a call; it never throws for what the other side does. */
export type Webhooks = { send(workspaceId: string, delivery: Delivery): Promise<Delivered> };
