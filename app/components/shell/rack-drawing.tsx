/** Crates on each shelf as [x, width, height]; drawn once, never random, so server and browser agree. */
const shelves: readonly (readonly (readonly [number, number, number])[])[] = [
  [
    [26, 70, 46],
    [104, 44, 64],
    [232, 92, 38],
    [334, 40, 58],
  ],
  [
    [30, 54, 72],
    [92, 54, 72],
    [154, 36, 40],
    [238, 60, 60],
    [306, 60, 34],
  ],
  [
    [22, 96, 34],
    [126, 62, 58],
    [228, 46, 70],
    [282, 88, 44],
  ],
  [
    [28, 60, 62],
    [96, 92, 48],
    [226, 74, 74],
    [308, 58, 52],
  ],
];
const shelfHeight = 110;
const brassCrates = new Set(["0.104", "2.282", "1.92"]);

/** A rack at dusk: lines for what stands there, brass for what was sold. */
export function RackDrawing({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 400 470"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <path d="M12 0v470M206 0v470M388 0v470" strokeWidth="4" />
      {shelves.map((crates, shelf) => {
        const floor = (shelf + 1) * shelfHeight + 10;
        return (
          <g key={floor}>
            <path d={`M8 ${floor}h384M8 ${floor + 7}h384`} />
            {crates.map(([x, width, height]) => (
              <Crate key={x} x={x} top={floor - height} width={width} height={height} isSold={brassCrates.has(`${shelf}.${x}`)} />
            ))}
          </g>
        );
      })}
    </svg>
  );
}

function Crate({ x, top, width, height, isSold }: { x: number; top: number; width: number; height: number; isSold: boolean }) {
  const middle = x + width / 2;
  return (
    <g className={isSold ? "text-brass" : undefined} stroke="currentColor">
      <rect x={x} y={top} width={width} height={height} className={isSold ? "fill-brass-soft" : "fill-ground"} />
      <path d={`M${middle - 5} ${top}v10h10v-10`} />
      <path d={`M${x + 8} ${top + height - 9}h${Math.min(18, width / 3)}M${x + 8} ${top + height - 14}h${Math.min(12, width / 4)}`} />
    </g>
  );
}
