import type { CutOff } from "./release-moment.ts";

/** As people write days, in both languages, without accents. */
const dayNames = [
  ["mon", "seg"],
  ["tue", "ter"],
  ["wed", "qua"],
  ["thu", "qui"],
  ["fri", "sex"],
  ["sat", "sab"],
  ["sun", "dom"],
] as const;

/** "mon-fri 15:30", "seg,qua 11:00": one a line. Undefined as soon as one of them cannot be read. */
export function readCutOffs(text: string): CutOff[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim().toLowerCase().normalize("NFD").replaceAll(/\p{M}/gu, ""))
    .filter((line) => line !== "");
  const read = lines.map(readLine);
  return read.every((line) => line !== undefined) ? read : undefined;
}

function readLine(line: string): CutOff | undefined {
  const [, names = "", time = ""] = /^(\S+)\s+(\d{1,2}:\d{2})$/.exec(line) ?? [];
  const [hours = 99, minutes = 99] = time.split(":").map(Number);
  if (hours > 23 || minutes > 59) return undefined;
  const days = new Set<number>();
  for (const part of names.split(",")) {
    const [from, to, ...rest] = part.split("-").map(dayOf);
    const last = part.includes("-") ? to : from;
    if (from === undefined || last === undefined || rest.length > 0) return undefined;
    for (let day = from; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === last) break;
    }
  }
  return { days: [...days].toSorted((a, b) => a - b), time: time.padStart(5, "0") };
}

function dayOf(name: string): number | undefined {
  const index = dayNames.findIndex((names) => names.some((one) => name === one));
  return index < 0 ? undefined : index + 1;
}

/** As they are read: runs of days as a range. */
export function writeCutOffs(cutOffs: readonly CutOff[], nameOf: (day: number) => string): string {
  return cutOffs.map(({ days, time }) => `${writeDays(days, nameOf)} ${time}`).join("\n");
}

function writeDays(days: readonly number[], nameOf: (day: number) => string): string {
  const runs: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run !== undefined && day === run.last + 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs.map(({ first, last }) => (first === last ? nameOf(first) : `${nameOf(first)}-${nameOf(last)}`)).join(",");
}
