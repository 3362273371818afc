namespace GmmPure.Textbook;

/// <summary>How a component degenerated in an M-step, by the rule of <see cref="Degeneracy"/>.</summary>
/// <param name="Component">The component, counted from 0; null if the covariance that all components share degenerated.</param>
/// <param name="Column">
/// The column that varies no more given the columns before it, counted from 0; null if the component lost all its rows, or
/// is a ball, which collapses in all columns at once.
/// </param>
/// <param name="IsEmptied">Whether the component lost all its rows; if not, its covariance collapsed.</param>
public sealed record TextbookDegeneracy(int? Component, int? Column, bool IsEmptied = false);
