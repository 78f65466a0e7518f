const noText = new Set(['checkbox', 'radio', 'button', 'submit', 'range', 'color', 'file']);

/** A select is an input that takes no text: undo means the builder's there. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !target.readOnly && !noText.has(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
