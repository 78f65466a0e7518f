import { blankDocument, type BlockDocument } from './block-document.js';

/** Every block, mark and atom once. */
export const everyBlock: BlockDocument = {
  ...blankDocument(),
  subject: [
    { type: 'text', text: 'Almost time, ' },
    { type: 'field', field: 'client.firstName' },
  ],
  preheader: [
    { type: 'text', text: 'Everything you need for ' },
    { type: 'field', field: 'booking.startsAt', format: 'date:long' },
  ],
  blocks: [
    {
      id: 'image',
      type: 'image',
      source: { address: 'https://pictures.example.test/hill.jpg' },
      alt: 'A hill at dusk',
      width: 400,
      align: 'center',
      link: [{ type: 'text', text: 'https://studio.example.test/' }],
    },
    {
      id: 'heading',
      type: 'heading',
      level: 1,
      align: 'center',
      content: [
        { type: 'text', text: 'Dear ' },
        { type: 'field', field: 'client.firstName', format: 'title' },
        { type: 'text', text: ',' },
      ],
    },
    {
      id: 'text',
      type: 'text',
      content: [
        { type: 'text', text: 'we meet on ' },
        { type: 'field', field: 'booking.startsAt', format: 'date:full', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' at ' },
        { type: 'field', field: 'booking.location', fallback: 'the place we agreed on' },
        { type: 'break' },
        { type: 'text', text: 'See ', marks: [{ type: 'italic' }] },
        {
          type: 'text',
          text: 'the gallery',
          marks: [
            { type: 'bold' },
            {
              type: 'link',
              address: [
                { type: 'text', text: 'https://gallery.example.test/?who=' },
                { type: 'field', field: 'client.fullName' },
              ],
            },
          ],
        },
        { type: 'text', text: '.' },
      ],
    },
    {
      id: 'list',
      type: 'list',
      ordered: true,
      items: [
        { content: [{ type: 'text', text: 'Shoes' }] },
        { content: [{ type: 'text', text: 'Rings & flowers', marks: [{ type: 'bold' }] }] },
      ],
    },
    {
      id: 'button',
      type: 'button',
      align: 'left',
      label: [{ type: 'text', text: 'See the plan' }],
      address: [
        { type: 'text', text: 'https://studio.example.test/plan?for=' },
        { type: 'field', field: 'client.email', fallback: 'you' },
      ],
    },
    { id: 'divider', type: 'divider' },
    { id: 'spacer', type: 'spacer', height: 24 },
    {
      id: 'details',
      type: 'details',
      record: 'booking',
      rows: [
        { label: 'When', field: 'booking.startsAt', format: 'datetime:full' },
        { label: 'Where', field: 'booking.location' },
      ],
    },
    {
      id: 'columns',
      type: 'columns',
      columns: [
        { blocks: [{ id: 'left', type: 'text', content: [{ type: 'text', text: 'Left' }] }] },
        { blocks: [{ id: 'right', type: 'text', content: [{ type: 'text', text: 'Right' }] }] },
      ],
    },
    {
      id: 'section',
      type: 'section',
      when: { field: 'client.company', op: 'isNotEmpty' },
      blocks: [
        {
          id: 'company',
          type: 'text',
          content: [
            { type: 'text', text: 'Your company: ' },
            { type: 'field', field: 'client.company' },
          ],
        },
      ],
    },
    { id: 'signature', type: 'signature' },
  ],
};
