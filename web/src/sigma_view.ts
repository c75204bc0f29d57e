// The graph by WebGL: sigma draws it, graphology holds what sigma needs.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';

import { bendPoint } from './curves';
import { Hits } from './hits';
import { LineProgram, NoProgram } from './line_program';
import type { Line, Scene } from './scene';
import type { Camera } from './state';
import { fontFamily, labelsOf, type Label } from './svg';
import type { GraphView, Handlers } from './view';

/** Frames that take so many milliseconds on the average of the last ones are not smooth. */
const slow = 60;
const lastFrames = 4;

/** Without the second drawing from which sigma reads what is under the pointer, and without the
 * layer of hovered dots, for which we draw rings. */
class PlainSigma extends Sigma {
  createWebGLContext(
    id: string, options: Parameters<Sigma['createWebGLContext']>[1],
  ): WebGLRenderingContext {
    return super.createWebGLContext(id, { ...options, picking: false, hidden: id === 'hoverNodes' });
  }
}

export class SigmaView implements GraphView {
  private graph = new MultiDirectedGraph();
  private sigma: Sigma;
  private scene: Scene | null = null;
  private hovered = '';
  private names = document.createElement('canvas');
  /** Made anew when asked for after the view has moved. */
  private hits: Hits | null = null;
  private pace = 0;

  constructor(host: HTMLElement, private handlers: Handlers) {
    this.sigma = new PlainSigma(this.graph, host, {
      allowInvalidContainer: true,
      defaultEdgeType: 'line',
      edgeProgramClasses: { line: LineProgram, arrow: NoProgram },
      nodeHoverProgramClasses: { circle: NoProgram },
      enableEdgeEvents: true,
      renderLabels: false,
      defaultDrawNodeHover: () => {},
      minCameraRatio: 0.01,
      maxCameraRatio: 4,
      stagePadding: 40,
      zIndex: true,
    });
    Object.assign(this.sigma, {
      getNodeAtPosition: ({ x, y }: { x: number; y: number }) => this.hit()?.dotAt(x, y)?.toString() ?? null,
      getEdgeAtPoint: (x: number, y: number) => this.hit()?.lineAt(x, y)?.key ?? null,
    });
    this.names.className = 'names';
    host.append(this.names);
    this.sigma.on('afterRender', () => {
      this.hits = null;
      this.drawNames();
      this.watchPace();
    });
    this.listen(host);
  }

  update(scene: Scene): void {
    this.scene = scene;
    this.hits = null;
    // A new graph each time: sigma would look at every single change of one that it watches.
    const graph = new MultiDirectedGraph();
    for (const dot of scene.dots) {
      graph.addNode(String(dot.index), {
        x: dot.x, y: dot.y, size: dot.size, color: dot.colour,
        zIndex: dot.faded ? 0 : dot.strong ? 2 : 1,
      });
    }
    for (const line of scene.lines) {
      graph.addEdgeWithKey(line.key, String(line.from), String(line.to), {
        size: line.width, color: line.colour, bend: line.bend, arrow: line.arrow,
        zIndex: line.strong ? 2 : line.faded ? 0 : 1,
      });
    }
    this.graph = graph;
    this.hovered = '';
    // Filters must not move the picture.
    this.sigma.setCustomBBox(scene.bounds);
    this.sigma.setGraph(graph);
  }

  project(x: number, y: number): [number, number] {
    const point = this.sigma.graphToViewport({ x, y });
    return [point.x, point.y];
  }

  scaled(size: number): number {
    return this.sigma.scaleSize(size);
  }

  size(): [number, number] {
    const { width, height } = this.sigma.getDimensions();
    return [width, height];
  }

  show(points: [number, number][], atOnce = false): void {
    if (points.length === 0) return;
    const framed = points.map(([x, y]) => this.sigma.viewportToFramedGraph(this.sigma.graphToViewport({ x, y })));
    const xs = framed.map(({ x }) => x);
    const ys = framed.map(({ y }) => y);
    const [left, right] = ends(xs);
    const [low, high] = ends(ys);
    const { width, height } = this.sigma.getDimensions();
    const a = this.sigma.viewportToFramedGraph({ x: 0, y: 0 });
    const b = this.sigma.viewportToFramedGraph({ x: width, y: height });
    const camera = this.sigma.getCamera();
    const share = Math.max((right - left) / Math.abs(b.x - a.x), (high - low) / Math.abs(b.y - a.y)) * 1.14;
    const state = {
      x: (left + right) / 2,
      y: (low + high) / 2,
      ratio: Math.min(1.6, Math.max(0.12, camera.ratio * share)),
      angle: 0,
    };
    if (atOnce || matchMedia('(prefers-reduced-motion: reduce)').matches) camera.setState(state);
    else void camera.animate(state, { duration: 350 });
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: 150 });
  }

  pan(x: number, y: number): void {
    const { width, height } = this.sigma.getDimensions();
    const to = this.sigma.viewportToFramedGraph({ x: width / 2 + x, y: height / 2 + y });
    this.sigma.getCamera().setState({ x: to.x, y: to.y });
  }

  camera(): Camera {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x, y, ratio };
  }

  setCamera(camera: Camera): void {
    this.sigma.getCamera().setState({ ...camera, angle: 0 });
  }

  resize(): void {
    const [width, height] = this.size();
    this.sigma.resize();
    const [wider, higher] = this.size();
    if (width !== wider || height !== higher) this.sigma.refresh();
  }

  private hit(): Hits | null {
    if (this.scene) this.hits ??= new Hits(this.scene, this);
    return this.hits;
  }

  private listen(host: HTMLElement): void {
    const point = (over: boolean): void => {
      host.style.cursor = over ? 'pointer' : '';
    };
    this.sigma.on('clickNode', ({ node }) => this.handlers.clickActor(Number(node)));
    this.sigma.on('clickEdge', ({ edge }) => {
      const [from, to] = this.graph.extremities(edge);
      this.handlers.clickLink(Number(from), Number(to));
    });
    this.sigma.on('clickStage', () => this.handlers.clickNothing());
    this.sigma.on('enterNode', ({ node }) => {
      this.hovered = node;
      this.drawNames();
      point(true);
    });
    this.sigma.on('leaveNode', () => {
      this.hovered = '';
      this.drawNames();
      point(false);
    });
    this.sigma.on('enterEdge', () => point(true));
    this.sigma.on('leaveEdge', () => point(this.hovered !== ''));
    this.sigma.getCamera().on('updated', () => this.handlers.moved());
  }

  /** Where there is no graphics card, thousands of lines are left out while the view moves. */
  private watchPace(): void {
    const begun = performance.now();
    requestAnimationFrame(() => {
      this.pace += (Math.min(performance.now() - begun, 5 * slow) - this.pace) / lastFrames;
      const hidden = this.sigma.getSetting('hideEdgesOnMove');
      if (this.pace > slow && !hidden) this.sigma.setSetting('hideEdgesOnMove', true);
    });
  }

  /** Names are ours: sigma lets them lie on each other. */
  private drawNames(): void {
    const { scene } = this;
    const context = this.names.getContext('2d');
    if (!scene || !context) return;
    const [width, height] = this.size();
    const dense = window.devicePixelRatio || 1;
    if (this.names.width !== width * dense || this.names.height !== height * dense) {
      this.names.width = width * dense;
      this.names.height = height * dense;
    }
    context.setTransform(dense, 0, 0, dense, 0, 0);
    context.clearRect(0, 0, width, height);
    for (const line of scene.lines) if (line.label) this.writeAlong(context, line);
    for (const label of labelsOf(scene, this)) this.write(context, label);
    const dot = this.hovered ? scene.dots.find(({ index }) => String(index) === this.hovered) : null;
    if (!dot) return;
    const [x, y] = this.project(dot.x, dot.y);
    const r = this.scaled(dot.size);
    context.beginPath();
    context.arc(x, y, r + 3, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = scene.colours.ink;
    context.stroke();
    this.write(context, { x: x + r + 4, y: y + 4.5, text: dot.label, font: 13, bold: true });
  }

  private writeAlong(context: CanvasRenderingContext2D, line: Line): void {
    const [a, b] = [line.from, line.to].map((index) => this.hit()?.placeOf(index));
    if (!a || !b || !this.scene) return;
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    context.save();
    context.translate(...bendPoint(a, b, line.bend / 2));
    context.rotate(Math.abs(angle) > Math.PI / 2 ? angle + Math.PI : angle);
    context.textAlign = 'center';
    this.write(context, { x: 0, y: -3, text: line.label, font: 11, bold: false }, this.scene.colours.muted);
    context.restore();
  }

  private write(context: CanvasRenderingContext2D, label: Label, colour = this.scene?.colours.ink ?? ''): void {
    if (!this.scene) return;
    context.font = `${label.bold ? 600 : 500} ${label.font}px ${fontFamily}`;
    context.lineJoin = 'round';
    context.lineWidth = 3.5;
    context.strokeStyle = this.scene.colours.background;
    context.fillStyle = colour;
    context.strokeText(label.text, label.x, label.y);
    context.fillText(label.text, label.x, label.y);
  }
}

function ends(values: number[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
