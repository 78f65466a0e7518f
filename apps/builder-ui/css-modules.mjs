/** Specs see no styles: a class of a CSS Module is no name. */
export default {};
