/** Key code of a keydown that an input method handles (UI Events, 7.2: legacy `keyCode` while composing). */
const HANDLED_BY_INPUT_METHOD = 229;

interface Key {
  readonly isComposing?: boolean;
  readonly keyCode?: number;
}

/** Whether a key belongs to an input method that is composing text: it is no command then. Some browsers end the composition first and say 229. */
export const isComposing = (event: Key | { readonly nativeEvent: Key }): boolean => {
  const { isComposing: composing, keyCode } = 'nativeEvent' in event ? event.nativeEvent : event;
  return composing === true || keyCode === HANDLED_BY_INPUT_METHOD;
};
