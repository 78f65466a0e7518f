declare module '~icons/tabler/*' {
  const icon: import('./icon.js').Icon;
  export default icon;
}
