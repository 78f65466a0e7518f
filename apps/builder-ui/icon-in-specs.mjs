import { icon } from './src/kit/icon.tsx';

/** Specs see every icon without its shapes, which the bundler puts in. */
export default icon('');
