/**
 * From data to a model: {@link org.hamgraph.hgn.model.HgnTrainer} takes a dataset and {@link
 * org.hamgraph.hgn.model.TrainerOptions} and gives a {@link org.hamgraph.hgn.model.TrainedHgn} with its {@link
 * org.hamgraph.hgn.model.TrainingReport} and {@link org.hamgraph.hgn.model.Provenance}; {@link
 * org.hamgraph.hgn.model.RangeReport} tells how far a use of it leaves the training range.
 */
package org.hamgraph.hgn.model;
