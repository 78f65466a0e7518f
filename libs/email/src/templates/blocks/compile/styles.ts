import type { Align } from '../block-document.js';

/** Blocks carry their style with them: no reader's style sheet is needed but for dark mode and phones. */
export const aligned = (align: Align | undefined): string => (align ? `;text-align:${align}` : '');
export const cellAlign = (align: Align | undefined): string => (align ? ` align="${align}"` : '');
export const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';
