import { Camera, CameraOff } from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sideButtonClass, textClass } from "./floor-classes.ts";

type Detector = { detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]> };
type WithDetector = { BarcodeDetector: new () => Detector };

const lookEveryMs = 200;
/** The same code stays before the lens for longer than it is meant. */
const sameAgainMs = 2_000;

function detectorOf(scope: object): (new () => Detector) | undefined {
  return hasDetector(scope) ? scope.BarcodeDetector : undefined;
}

function hasDetector(scope: object): scope is WithDetector {
  return "BarcodeDetector" in scope && typeof scope.BarcodeDetector === "function";
}

type OpenState = readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void];

const Kept = createContext<OpenState | null>(null);

/** Whoever opened the camera works with it: inside of this it stays open from one screen to the next. */
export function CameraStaysOpen({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const kept = useMemo(() => [isOpen, setOpen] as const, [isOpen]);
  return <Kept value={kept}>{children}</Kept>;
}

/** Reads codes by camera where the browser can; where it cannot, it says so. */
export function CameraScan({ onScan }: { onScan: (text: string) => void }) {
  const { t } = useTranslation("floor");
  const own = useState(false);
  const [isOpen, setOpen] = useContext(Kept) ?? own;
  const Icon = isOpen ? CameraOff : Camera;
  return (
    <div className="grid gap-4">
      <button type="button" aria-expanded={isOpen} className={sideButtonClass} onClick={() => setOpen(!isOpen)}>
        <Icon aria-hidden className="size-8 shrink-0" />
        {isOpen ? t("camera.close") : t("camera.open")}
      </button>
      {isOpen ? <OpenCamera onScan={onScan} /> : null}
    </div>
  );
}

function OpenCamera({ onScan }: { onScan: (text: string) => void }) {
  const { t } = useTranslation("floor");
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<"none" | "refused" | null>(detectorOf(window) === undefined ? "none" : null);
  const tell = useRef(onScan);
  useEffect(() => {
    tell.current = onScan;
  });
  useEffect(() => {
    const element = video.current;
    const BarcodeDetector = detectorOf(window);
    if (element === null || BarcodeDetector === undefined) return;
    return watch(element, new BarcodeDetector(), {
      onText: (text) => tell.current(text),
      onRefused: () => setProblem("refused"),
    });
  }, []);
  if (problem !== null) return <p className={textClass}>{t(`camera.${problem}`)}</p>;
  return <video ref={video} muted playsInline aria-label={t("camera.label")} className="max-h-80 w-full rounded bg-sunken object-cover" />;
}

type Told = { onText: (text: string) => void; onRefused: () => void };

function watch(video: HTMLVideoElement, detector: Detector, { onText, onRefused }: Told): () => void {
  let stream: MediaStream | undefined;
  let isOver = false;
  let last = { text: "", atMs: 0 };
  async function look(): Promise<void> {
    const found = await detector.detect(video).catch(() => []);
    const text = found[0]?.rawValue;
    const atMs = performance.now();
    if (isOver || text === undefined) return;
    if (text !== last.text || atMs - last.atMs > sameAgainMs) onText(text);
    last = { text, atMs };
  }
  async function open(): Promise<void> {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    if (isOver) stream.getTracks().forEach((track) => track.stop());
    video.srcObject = stream;
    await video.play();
  }
  open().catch(onRefused);
  const timer = setInterval(() => void look(), lookEveryMs);
  return () => {
    isOver = true;
    clearInterval(timer);
    stream?.getTracks().forEach((track) => track.stop());
  };
}
