import { describe, expect, test } from 'vitest';
import { distanceKm, greatCircleKm } from './distance.ts';

describe('kilometres on the ellipsoid', () => {
  test.each([
    // Vincenty's own kind of check: Flinders Peak to Buninyong (Geoscience Australia), 54 972.271 m.
    [
      { lat: -37.95103341666667, lon: 144.42486788888888 },
      { lat: -37.65282113888889, lon: 143.92649552777777 },
      54.972271,
    ],
    [{ lat: 0, lon: 0 }, { lat: 0, lon: 1 }, 111.319491],
    [{ lat: 0, lon: 0 }, { lat: 90, lon: 0 }, 10001.965729],
    // Over the date line.
    [{ lat: 10, lon: 179.5 }, { lat: 10, lon: -179.5 }, 109.638],
  ])('%j to %j', (from, to, kilometres) => {
    expect(distanceKm(from, to)).toBeCloseTo(kilometres, 2);
    expect(distanceKm(to, from)).toBeCloseTo(kilometres, 2);
    expect(Math.abs(greatCircleKm(from, to) / kilometres - 1)).toBeLessThan(0.006);
  });

  test('none from a point to itself', () => {
    expect(distanceKm({ lat: 50, lon: 30 }, { lat: 50, lon: 30 })).toBe(0);
  });

  test('points that are nearly opposite: the great circle', () => {
    const [from, to] = [
      { lat: 0, lon: 0 },
      { lat: 0.5, lon: 179.7 },
    ];
    expect(distanceKm(from, to)).toBe(greatCircleKm(from, to));
  });
});
