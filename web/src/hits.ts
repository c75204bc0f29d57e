// What lies under the pointer. Asking the graphics card instead makes it draw all a second time,
// and the page wait for it.
import { distanceToCurve, type Place } from './curves';
import type { Line, Scene } from './scene';
import type { Projection } from './svg';

/** Fingers and eyes are not exact. */
const slack = 3;

/** Where the dots of a scene are while the view does not move. */
export class Hits {
  private places = new Map<number, Place>();

  constructor(private scene: Scene, private view: Projection) {
    for (const { index, x, y, size } of scene.dots) {
      const [px, py] = view.project(x, y);
      this.places.set(index, { x: px, y: py, r: view.scaled(size) });
    }
  }

  placeOf(index: number): Place | undefined {
    return this.places.get(index);
  }

  /** The last drawn lies on top. */
  dotAt(x: number, y: number): number | null {
    const { dots } = this.scene;
    for (let i = dots.length - 1; i >= 0; i -= 1) {
      const place = this.places.get(dots[i].index) as Place;
      if (Math.hypot(place.x - x, place.y - y) <= place.r + 1) return dots[i].index;
    }
    return null;
  }

  lineAt(x: number, y: number): Line | null {
    let best: Line | null = null;
    let least = Infinity;
    for (const line of this.scene.lines) {
      const a = this.places.get(line.from);
      const b = this.places.get(line.to);
      if (!a || !b || !mayReach(x, y, a, b, line.bend)) continue;
      const distance = distanceToCurve(x, y, a, b, line.bend) - this.view.scaled(line.width) / 2;
      if (distance > slack || distance > least) continue;
      best = line;
      least = distance;
    }
    return best;
  }
}

function mayReach(x: number, y: number, a: Place, b: Place, bend: number): boolean {
  const room = slack + 8 + Math.abs(bend) * (Math.abs(a.x - b.x) + Math.abs(a.y - b.y));
  return x > Math.min(a.x, b.x) - room && x < Math.max(a.x, b.x) + room
    && y > Math.min(a.y, b.y) - room && y < Math.max(a.y, b.y) + room;
}
