import { BaseEdge, type EdgeProps } from '@xyflow/react';
import { lineBetween } from './line-path.js';

/** A line from box to box: down, across and down again, with round corners. */
export const LineEdge = ({ id, sourceX, sourceY, targetX, targetY }: EdgeProps) => (
  <BaseEdge id={id} path={lineBetween(sourceX, sourceY, targetX, targetY)} />
);
