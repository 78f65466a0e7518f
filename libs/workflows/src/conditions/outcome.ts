/** Why a comparison could not be made at all; it then does not hold, but for a negation over an empty value. */
export type Obstacle = 'empty' | 'otherCurrency' | 'wrongType';
export type Outcome = boolean | Obstacle;
