// The graph without WebGL.
import type { Scene } from './scene';
import { draw, fontFamily } from './svg';
import type { Camera } from './state';
import type { GraphView, Handlers } from './view';

export class SvgView implements GraphView {
  private scene: Scene | null = null;
  private element: SVGSVGElement;
  private at: Camera = { x: 0, y: 0, ratio: 1 };
  private waiting = false;

  constructor(private host: HTMLElement, private handlers: Handlers) {
    this.element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.element.setAttribute('class', 'svg-view');
    this.element.setAttribute('font-family', fontFamily);
    host.append(this.element);
    this.listen();
  }

  update(scene: Scene): void {
    this.scene = scene;
    this.redraw();
  }

  /** At ratio 1 a unit of the layout is this many pixels. */
  private unit(): number {
    return 40 / this.at.ratio;
  }

  project(x: number, y: number): [number, number] {
    const [width, height] = this.size();
    return [width / 2 + (x - this.at.x) * this.unit(), height / 2 - (y - this.at.y) * this.unit()];
  }

  scaled(size: number): number {
    return Math.min(size * 1.6, Math.max(size * 0.35, size / Math.sqrt(this.at.ratio)));
  }

  size(): [number, number] {
    return [this.host.clientWidth || 1, this.host.clientHeight || 1];
  }

  show(points: [number, number][]): void {
    if (points.length === 0) return;
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right] = [min(xs), -min(xs.map((x) => -x))];
    const [low, high] = [min(ys), -min(ys.map((y) => -y))];
    const [width, height] = this.size();
    this.at = {
      x: (left + right) / 2,
      y: (low + high) / 2,
      ratio: Math.max(0.3, 40 * Math.max((right - left) / (width * 0.8), (high - low) / (height * 0.8))),
    };
    this.redraw();
    this.handlers.moved();
  }

  zoom(factor: number): void {
    this.at = { ...this.at, ratio: this.at.ratio / factor };
    this.redraw();
    this.handlers.moved();
  }

  pan(x: number, y: number): void {
    this.at = { ...this.at, x: this.at.x + x / this.unit(), y: this.at.y - y / this.unit() };
    this.redraw();
    this.handlers.moved();
  }

  camera(): Camera {
    return this.at;
  }

  setCamera(camera: Camera): void {
    this.at = camera;
    this.redraw();
  }

  resize(): void {
    this.redraw();
  }

  private redraw(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      const [width, height] = this.size();
      this.element.setAttribute('viewBox', `0 0 ${width} ${height}`);
      // Built by svg.ts, which escapes every name.
      if (this.scene) this.element.innerHTML = draw(this.scene, this).body;
    });
  }

  private listen(): void {
    let last: [number, number] | null = null;
    let moved = 0;
    this.element.addEventListener('pointerdown', (event) => {
      last = [event.clientX, event.clientY];
      moved = 0;
    });
    addEventListener('pointermove', (event) => {
      if (!last) return;
      const [x, y] = [event.clientX - last[0], event.clientY - last[1]];
      moved += Math.abs(x) + Math.abs(y);
      last = [event.clientX, event.clientY];
      this.pan(-x, -y);
    });
    addEventListener('pointerup', () => (last = null));
    this.element.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    }, { passive: false });
    this.element.addEventListener('click', (event) => {
      if (moved > 6) return;
      const hit = (event.target as Element).closest('[data-a],[data-l]');
      const actor = hit?.getAttribute('data-a');
      const link = hit?.getAttribute('data-l');
      if (actor) this.handlers.clickActor(Number(actor));
      else if (link) this.handlers.clickLink(...(link.split(' ').map(Number) as [number, number]));
      else this.handlers.clickNothing();
    });
  }
}

function min(values: number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}
