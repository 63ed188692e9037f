/** How far predicted values lie from the gold ones: mean absolute error, and Pearson's correlation. */

export interface Agreement {
  /** Mean absolute difference; 0 is the best. */
  readonly error: number;
  /** Pearson's r, −1 … 1; 0 where either side never varies. */
  readonly r: number;
}

/**
 * Compares two columns of equal length.
 *
 * @example
 * agreementOf([1, 2, 3], [1, 2, 4]); // { error: 0.333…, r: 0.981… }
 */
export function agreementOf(predicted: readonly number[], gold: readonly number[]): Agreement {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const meanPredicted = mean(predicted);
  const meanGold = mean(gold);
  let product = 0;
  let squaresPredicted = 0;
  let squaresGold = 0;
  predicted.forEach((value, i) => {
    product += (value - meanPredicted) * (gold[i] - meanGold);
    squaresPredicted += (value - meanPredicted) ** 2;
    squaresGold += (gold[i] - meanGold) ** 2;
  });
  const spread = Math.sqrt(squaresPredicted * squaresGold);
  return {
    error: mean(predicted.map((value, i) => Math.abs(value - gold[i]))),
    r: spread === 0 ? 0 : product / spread,
  };
}
