/** Vectors are kept as one signed byte a dimension: a quarter of the room, and a hundredth of a cosine less exact. */
const steps = 127;

export function normalise(vector: readonly number[]): number[] {
  const length = Math.hypot(...vector);
  return length === 0 ? [...vector] : vector.map((value) => value / length);
}

export function packVector(vector: readonly number[]): string {
  const most = vector.reduce((highest, value) => Math.max(highest, Math.abs(value)), 0);
  const scale = most === 0 ? 0 : steps / most;
  let bytes = "";
  for (const value of vector) bytes += String.fromCharCode((Math.round(value * scale) + 256) % 256);
  return btoa(bytes);
}

function unpackVector(packed: string): Int8Array {
  const bytes = atob(packed);
  const vector = new Int8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) vector[at] = bytes.charCodeAt(at);
  return vector;
}

/** The cosine of a vector to a packed one; 0 where they are of different sizes, as of two models. */
export function likeness(vector: readonly number[], packed: string): number {
  const other = unpackVector(packed);
  if (other.length !== vector.length) return 0;
  let [product, own, theirs] = [0, 0, 0];
  for (let at = 0; at < other.length; at += 1) {
    const [a, b] = [vector[at] ?? 0, other[at] ?? 0];
    product += a * b;
    own += a * a;
    theirs += b * b;
  }
  return own === 0 || theirs === 0 ? 0 : product / Math.sqrt(own * theirs);
}
