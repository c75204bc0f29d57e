// The shape of a line between two dots, for all who draw or hit it.
export interface Place {
  x: number;
  y: number;
  r: number;
}

/** An arrow is as long as its line is wide, times this, and so much more; half as wide as long. */
export const arrowSlope = 2.4;
export const arrowLength = 3;

/** Where the curve is pulled to; between the two if it does not bend. Downwards is positive. */
export function bendPoint(a: Place, b: Place, bend: number): [number, number] {
  return [(a.x + b.x) / 2 - (b.y - a.y) * bend, (a.y + b.y) / 2 + (b.x - a.x) * bend];
}

export function distanceToCurve(x: number, y: number, a: Place, b: Place, bend: number): number {
  const [cx, cy] = bendPoint(a, b, bend);
  const pieces = bend === 0 ? 1 : 8;
  let nearest = Infinity;
  let [fromX, fromY] = [a.x, a.y];
  for (let i = 1; i <= pieces; i += 1) {
    const t = i / pieces;
    const toX = (1 - t) * (1 - t) * a.x + 2 * t * (1 - t) * cx + t * t * b.x;
    const toY = (1 - t) * (1 - t) * a.y + 2 * t * (1 - t) * cy + t * t * b.y;
    nearest = Math.min(nearest, distanceToPiece(x - fromX, y - fromY, toX - fromX, toY - fromY));
    [fromX, fromY] = [toX, toY];
  }
  return nearest;
}

/** From a point to the piece from the origin to (toX, toY). */
function distanceToPiece(x: number, y: number, toX: number, toY: number): number {
  const length = toX * toX + toY * toY;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (x * toX + y * toY) / length));
  return Math.hypot(x - along * toX, y - along * toY);
}
