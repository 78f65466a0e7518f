import { expect, it } from '@jest/globals';
import { shiftIntoView, type Box } from './shift-into-view.js';

const pane: Box = { left: 200, right: 1000, top: 100, bottom: 700 };
const box = (left: number, top: number, width = 248, height = 80): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
});

it.each<[string, Box, { x: number; y: number }]>([
  ['inside', box(400, 300), { x: 0, y: 0 }],
  ['below', box(400, 900), { x: 0, y: -312 }],
  ['above', box(400, -50), { x: 0, y: 182 }],
  ['to the left', box(0, 300), { x: 232, y: 0 }],
  ['to the right', box(990, 300), { x: -270, y: 0 }],
  ['half outside at a corner', box(950, 650), { x: -230, y: -62 }],
  ['too near to the edge', box(205, 300), { x: 27, y: 0 }],
  ['as wide as the pane', box(100, 300, 800), { x: 100, y: 0 }],
  ['wider than the pane: its beginning', box(150, 300, 2_000), { x: 50, y: 0 }],
  ['wider than the pane, from the right', box(900, 300, 2_000), { x: -700, y: 0 }],
])('a box that is %s', (_where, at, shift) => {
  expect(shiftIntoView(at, pane)).toEqual(shift);
});
