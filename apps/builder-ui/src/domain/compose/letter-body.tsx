import { BlockLetter } from './block-letter.js';
import { SourceLetter, type LetterBodyProps } from './source-letter.js';

/** What an email says. A letter is written in blocks, as a template is; one that began with a template in source stays source. */
export default function LetterBody(props: LetterBodyProps) {
  const { blocks } = props.letter;
  return blocks ? <BlockLetter {...props} document={blocks} /> : <SourceLetter {...props} />;
}
