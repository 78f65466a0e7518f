/** "a booking" as a sentence begins with it. */
export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
/** "A booking" as it is in the middle of an English sentence. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
