// How sigma draws a line: a strip along the curve, ending in an arrow. Its own curve program fills
// the whole box around a curve, which takes a hundred times as many pixels.
import { EdgeProgram } from 'sigma/rendering';
import { floatColor } from 'sigma/utils';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';

import { arrowLength, arrowSlope } from './curves';

/** Straight pieces of a curve. */
const pieces = 8;
const slope = arrowSlope.toFixed(2);
const least = arrowLength.toFixed(2);

const vertexShader = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute float a_width;
attribute float a_bend;
attribute float a_radius;
attribute float a_arrow;
attribute vec4 a_color;
attribute vec3 a_step; // how far along the curve, which side of it, shaft (0), barb (1) or tip (2)
uniform mat3 u_matrix;
uniform vec2 u_size;
uniform float u_sizeRatio;
uniform float u_leastWidth;
varying vec4 v_color;
varying float v_side;
varying float v_half;

vec2 pixels(vec2 place) { return (u_matrix * vec3(place, 1.0)).xy * u_size * 0.5; }

void main() {
  vec2 a = pixels(a_source);
  vec2 b = pixels(a_target);
  vec2 across = b - a;
  float far = max(length(across), 0.001);
  vec2 c = 0.5 * (a + b) + vec2(across.y, -across.x) * a_bend;
  float width = max(u_leastWidth, a_width / u_sizeRatio);
  // At its end the curve goes from the control point to the target, twice as fast.
  float pace = max(2.0 * length(b - c), 0.001);
  float radius = min(a_radius / u_sizeRatio, 0.4 * far);
  float head = min(a_arrow * (width * ${slope} + ${least}), 0.4 * far);
  float tip = 1.0 - radius / pace;
  float barb = 1.0 - (radius + head) / pace;
  float isShaft = 1.0 - min(a_step.z, 1.0);
  float isTip = max(a_step.z - 1.0, 0.0);
  float t = mix(mix(barb, a_step.x * barb, isShaft), tip, isTip);
  vec2 place = mix(mix(a, c, t), mix(c, b, t), t);
  vec2 along = mix(c - a, b - c, t);
  vec2 normal = vec2(-along.y, along.x) / max(length(along), 0.001);
  float wide = 0.5 * a_arrow * (width * ${slope} + ${least});
  v_half = mix(mix(wide, 0.5 * width, isShaft), 0.0, isTip);
  v_side = a_step.y * (v_half + 1.0);
  gl_Position = vec4((place + normal * v_side) / u_size * 2.0, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}`;

const fragmentShader = `
precision mediump float;
varying vec4 v_color;
varying float v_side;
varying float v_half;

void main() {
  gl_FragColor = v_color * clamp(v_half - abs(v_side) + 0.5, 0.0, 1.0);
}`;

const strip = [
  ...Array.from({ length: pieces + 1 }, (_, i) => i / pieces).flatMap((t) => [[t, -1, 0], [t, 1, 0]]),
  [1, -1, 1], [1, 1, 1], [1, -1, 2], [1, 1, 2],
];

type Uniform = 'u_matrix' | 'u_size' | 'u_sizeRatio' | 'u_leastWidth';

export class LineProgram extends EdgeProgram<Uniform> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    const numbers = (name: string, size: number) => ({ name, size, type: FLOAT });
    return {
      VERTICES: strip.length,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS: ['u_matrix', 'u_size', 'u_sizeRatio', 'u_leastWidth'] as const,
      ATTRIBUTES: [
        numbers('a_source', 2), numbers('a_target', 2), numbers('a_width', 1), numbers('a_bend', 1),
        numbers('a_radius', 1), numbers('a_arrow', 1),
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [numbers('a_step', 3)],
      CONSTANT_DATA: strip,
    };
  }

  processVisibleItem(
    _: number, at: number, source: NodeDisplayData, target: NodeDisplayData,
    line: EdgeDisplayData & { bend: number; arrow: boolean },
  ): void {
    this.array.set([
      source.x, source.y, target.x, target.y, line.size, line.bend,
      line.arrow ? target.size : 0, line.arrow ? 1 : 0, floatColor(line.color),
    ], at);
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: {
    gl: WebGLRenderingContext; uniformLocations: Record<Uniform, WebGLUniformLocation>;
  }): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform2f(uniformLocations.u_size, params.width, params.height);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_leastWidth, params.minEdgeThickness);
  }
}

/** In place of programs of sigma's that draw nothing here, but whose making takes time. */
export class NoProgram {
  drawLabel = undefined;
  kill(): void {}
  reallocate(): void {}
  process(): void {}
  render(): void {}
}
