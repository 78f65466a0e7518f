import { useComputedColorScheme } from '@mantine/core';
import { Background, Controls, MiniMap, ReactFlow, type Edge, type Node } from '@xyflow/react';
import { useMemo } from 'react';
import { CanvasContext, type CanvasState } from './canvas-context.js';
import styles from './canvas.module.css';
import { FocusInView } from './focus-in-view.js';
import { layoutOf, type Document } from './layout.js';
import { KeepInView } from './keep-in-view.js';
import { LineEdge } from './line-edge.js';
import { nodeTypes, type BoxData } from './nodes.js';
import { browserMeasure } from './card-content.js';
import { m } from './messages.js';

const MINIMAP_FROM = 20;
const ariaLabels = {
  'controls.ariaLabel': m.controls,
  'controls.zoomIn.ariaLabel': m.zoomIn,
  'controls.zoomOut.ariaLabel': m.zoomOut,
  'controls.fitView.ariaLabel': m.fitView,
};
const edgeTypes = { line: LineEdge };
const measure = browserMeasure();

interface Props {
  readonly document: Document;
  readonly state: CanvasState;
}

/** The document drawn. React Flow places and pans; it owns no rule and keeps nothing. */
export function Canvas({ document, state }: Props) {
  const scheme = useComputedColorScheme('light');
  const { nodes, edges } = useMemo(() => drawn(document), [document]);
  return (
    <CanvasContext value={state}>
      <ReactFlow
        className={styles['canvas']}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={scheme}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.12 }}
        minZoom={0.15}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        disableKeyboardA11y
        ariaLabelConfig={ariaLabels}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={24} />
        <Controls showInteractive={false} />
        <KeepInView id={state.selected} />
        <FocusInView />
        {document.steps.length > 0 && nodes.length > MINIMAP_FROM * 2 && (
          <MiniMap pannable zoomable ariaLabel={m.overview} />
        )}
      </ReactFlow>
    </CanvasContext>
  );
}

function drawn(document: Document): { nodes: Node<BoxData>[]; edges: Edge[] } {
  const layout = layoutOf(document, measure);
  const nodes = layout.items.map((item): Node<BoxData> => {
    const { id, type, x, y, width, height } = item;
    const content =
      item.type === 'step' ? document.content(item.step) : type === 'trigger' ? document.trigger : undefined;
    return { id, type, position: { x, y }, width, height, data: { item, content } };
  });
  const edges = layout.lines.map(({ id, from, to }): Edge => ({
    id,
    source: from,
    target: to,
    type: 'line',
  }));
  return { nodes, edges };
}
