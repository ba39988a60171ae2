// A WebGL 2 canvas that draws Dear ImGui's lists (client/platform/graphics.h) and holds the
// textures that runs of text are drawn into.
//
// Nothing is ever asked of the context: an answer waits for the graphics process, which took most
// of a frame. So attributes have fixed places, and the view is a constant attribute.

const vertexSize = 20; // ImDrawVert: position and texture place as floats, colour as bytes
const stepSize = 8; // numbers of a Step in graphics.cpp

const vertexSource = `#version 300 es
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec4 view;
out vec2 texture_place;
out vec4 vertex_colour;
void main() {
  texture_place = place;
  vertex_colour = colour;
  gl_Position = vec4(position * view.xy + view.zw, 0, 1);
}`;

const fragmentSource = `#version 300 es
precision mediump float;
uniform sampler2D picture;
in vec2 texture_place;
in vec4 vertex_colour;
layout(location = 0) out vec4 colour;
void main() { colour = vertex_colour * texture(picture, texture_place); }`;

export class Graphics {
  constructor(canvas) {
    this.canvas = canvas;
    this.gl = null; // null: there is no context, or it is lost
    this.textures = new Map(); // by number, as the program knows them; 0 is white
    this.lastTexture = 0;
  }

  // False when there is no WebGL 2. `onRestored` hears that a lost context came back, empty.
  start(onRestored) {
    const gl = this.canvas.getContext('webgl2', {
      alpha: false, // what lies behind never shows
      depth: false,
      antialias: false, // Dear ImGui smooths its own edges
      premultipliedAlpha: false,
    });
    if (!gl) return false;
    this.prepare(gl);
    this.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // asks the browser to give the context back
      this.gl = null;
      this.textures.clear();
    });
    this.canvas.addEventListener('webglcontextrestored', () => {
      this.prepare(gl);
      onRestored();
    });
    return true;
  }

  // All that never changes is set once: nobody else draws here.
  prepare(gl) {
    this.gl = gl;
    const program = gl.createProgram();
    const sources = [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]];
    for (const [kind, source] of sources) {
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.linkProgram(program);
    gl.useProgram(program);
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    for (const place of [0, 1, 2]) gl.enableVertexAttribArray(place);
    gl.enable(gl.BLEND);
    gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false);
    this.makeTexture(0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE,
      new Uint8Array([255, 255, 255, 255]));
  }

  makeTexture(number) {
    const { gl } = this;
    const texture = gl.createTexture();
    this.textures.set(number, texture);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  // A transparent texture of `size` by `size` device pixels; answers its number, 0 when lost.
  createTexture(size) {
    const { gl } = this;
    if (!gl) return 0;
    this.lastTexture += 1;
    this.makeTexture(this.lastTexture);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, size, size);
    return this.lastTexture;
  }

  deleteTexture(number) {
    if (number === 0) return;
    this.gl?.deleteTexture(this.textures.get(number) ?? null);
    this.textures.delete(number);
  }

  // Copies `picture`, a canvas, to a place in a texture, with straight alpha.
  upload(number, x, y, picture) {
    const { gl } = this;
    const texture = number === 0 ? undefined : this.textures.get(number);
    if (!gl || !texture) return;
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, gl.RGBA, gl.UNSIGNED_BYTE, picture);
  }

  // Begins a frame of `width` by `height` CSS pixels at `scale`. False: nothing to draw on.
  begin(width, height, scale, red, green, blue) {
    const { gl } = this;
    if (!gl || width <= 0 || height <= 0) return false;
    gl.viewport(0, 0, Math.floor(width * scale), Math.floor(height * scale));
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor(red, green, blue, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
    gl.vertexAttrib4f(3, 2 / width, -2 / height, -1, 1);
    return true;
  }

  // Draws one list. `steps`: per step the clip rectangle (x, y from the bottom, width, height, in
  // device pixels), texture, first vertex, first index and count of indices.
  draw(vertices, indices, steps) {
    const { gl } = this;
    gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW);
    let first = -1;
    for (let at = 0; at < steps.length; at += stepSize) {
      const [x, y, width, height, texture, vertex, index, count] =
        steps.subarray(at, at + stepSize);
      if (vertex !== first) {
        const start = vertex * vertexSize;
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertexSize, start);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertexSize, start + 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertexSize, start + 16);
        first = vertex;
      }
      gl.scissor(x, y, width, height);
      gl.bindTexture(gl.TEXTURE_2D, this.textures.get(texture) ?? null);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, index * 2);
    }
  }
}
