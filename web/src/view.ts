// What a renderer of the graph does. sigma_view.ts draws by WebGL, svg_view.ts without.
import type { Scene } from './scene';
import type { Camera } from './state';

export interface Handlers {
  /** An actor, a link ("from to"), or nothing was clicked. */
  clickActor(index: number): void;
  clickLink(from: number, to: number): void;
  clickNothing(): void;
  moved(): void;
}

export interface GraphView {
  update(scene: Scene): void;
  /** From the layout's coordinates to pixels. */
  project(x: number, y: number): [number, number];
  /** A dot's or line's size in pixels at this zoom. */
  scaled(size: number): number;
  size(): [number, number];
  /** Moves so that these points fill the view. */
  show(points: [number, number][], atOnce?: boolean): void;
  zoom(factor: number): void;
  pan(x: number, y: number): void;
  camera(): Camera;
  setCamera(camera: Camera): void;
  resize(): void;
}
