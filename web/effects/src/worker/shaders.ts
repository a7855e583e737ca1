// SPDX-License-Identifier: Apache-2.0
import { mostFaces } from './face.js';

const head = `#version 300 es
precision highp float;
in vec2 at;
out vec4 colour;
`;

/** The mask, drawn towards the one before where the two differ little: a person's edge must not boil. */
export const steady = `${head}
uniform sampler2D mask, before;
void main() {
  float now = texture(mask, at).a;
  float old = texture(before, at).r;
  colour = vec4(mix(old, now, clamp(0.4 + 2.0 * abs(now - old), 0.0, 1.0)));
}`;

/** The small mask made large: neighbours of the pixel's own colour have more to say, so it ends where the person ends. */
export const refine = `${head}
uniform sampler2D mask, frame;
uniform vec2 stride;
void main() {
  vec3 own = texture(frame, at).rgb;
  float sum = 0.0;
  float weights = 0.0;
  for (int y = -2; y <= 2; y++) {
    for (int x = -2; x <= 2; x++) {
      vec2 there = at + vec2(x, y) * stride;
      vec3 apart = texture(frame, there).rgb - own;
      float weight = exp(-float(x * x + y * y) / 4.5 - dot(apart, apart) / 0.02);
      sum += weight * texture(mask, there).r;
      weights += weight;
    }
  }
  colour = vec4(smoothstep(0.4, 0.75, sum / weights));
}`;

/** A small picture of people for finding faces; alpha is the mask. */
export const thumbnail = `${head}
uniform sampler2D frame, mask;
uniform vec2 cell;
void main() {
  vec3 sum = vec3(0.0);
  for (int y = 0; y < 4; y++) {
    for (int x = 0; x < 4; x++) sum += texture(frame, at + (vec2(x, y) - 1.5) / 4.0 * cell).rgb;
  }
  colour = vec4(sum / 16.0, texture(mask, at).r);
}`;

/** The background alone, small: people weigh nothing in it, or they would glow around their edges once it is blurred. */
export const backdrop = `${head}
uniform sampler2D frame, mask;
uniform vec2 cell;
void main() {
  vec4 sum = vec4(0.0);
  for (int y = -1; y <= 1; y++) {
    for (int x = -1; x <= 1; x++) {
      vec2 there = at + vec2(x, y) / 3.0 * cell;
      sum += vec4(texture(frame, there).rgb, 1.0) * (1.0 - texture(mask, there).r);
    }
  }
  colour = sum / 9.0;
}`;

/** Half of a Gaussian blur: along `stride`, a distance in the picture. */
export const blur = `${head}
uniform sampler2D picture;
uniform vec2 stride;
void main() {
  vec4 sum = vec4(0.0);
  float weights = 0.0;
  for (int i = -4; i <= 4; i++) {
    float weight = exp(-float(i * i) / 8.0);
    sum += weight * texture(picture, at + float(i) * stride);
    weights += weight;
  }
  colour = sum / weights;
}`;

/** What is sent: skin made smooth and light, and people put before their background. */
export const compose = `${head}
uniform sampler2D frame, mask, soft, scene;
uniform int kindOfBackground, countOfFaces;
uniform vec2 pixel;
uniform vec4 fit, places[${mostFaces}], tones[${mostFaces}];
uniform float smoothing, whitening;

vec3 tone(vec3 c) {
  return vec3(
    dot(c, vec3(0.299, 0.587, 0.114)),
    0.5 + dot(c, vec3(-0.168736, -0.331264, 0.5)),
    0.5 + dot(c, vec3(0.5, -0.418688, -0.081312)));
}

// How much of this pixel is a face's skin: near the face, and near that face's own colour. Light and shadow may differ.
float skin(vec3 c) {
  float most = 0.0;
  for (int i = 0; i < countOfFaces; i++) {
    float away = length((at - places[i].xy) / places[i].zw);
    vec3 unlike = (tone(c) - tones[i].xyz) / vec3(0.35, 0.05, 0.05);
    most = max(most, (1.0 - smoothstep(1.1, 1.5, away)) * exp(-pow(dot(unlike, unlike), 2.0)));
  }
  return most;
}

// The mean of what lies around and looks alike: spots go, edges stay.
vec3 smoothed(vec3 own, float radius) {
  vec3 sum = own;
  float weights = 1.0;
  for (int i = 1; i <= 32; i++) {
    // Sunflower seeds: evenly spread over the disc, whatever their number.
    float angle = float(i) * 2.399963;
    vec3 there = texture(frame, at + sqrt(float(i) / 32.0) * radius * vec2(cos(angle), sin(angle)) * pixel).rgb;
    vec3 apart = there - own;
    float weight = exp(-dot(apart, apart) / 0.03);
    sum += weight * there;
    weights += weight;
  }
  return sum / weights;
}

vec3 behind(vec3 own) {
  if (kindOfBackground == 2) return texture(scene, (at - 0.5) * fit.xy + 0.5).rgb;
  vec4 around = texture(soft, at);
  return around.a > 0.004 ? around.rgb / around.a : own;
}

void main() {
  vec3 own = texture(frame, at).rgb;
  float person = texture(mask, at).r;
  vec3 made = own;
  float amount = person * skin(own);
  if (amount > 0.01) {
    float tall = places[0].w / pixel.y;
    if (smoothing > 0.0) made = mix(made, smoothed(own, clamp(0.08 * tall, 3.0, 24.0)), smoothing * amount);
    float lift = 1.0 + 2.5 * whitening;
    if (whitening > 0.0) made = mix(made, log(1.0 + made * (lift - 1.0)) / log(lift), amount);
  }
  if (kindOfBackground != 0) made = mix(behind(own), made, person);
  colour = vec4(made, 1.0);
}`;
