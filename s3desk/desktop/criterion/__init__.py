"""The parts of the page of one criterion: header, questions, rating, guidance, fulfilment, evidence, actions."""
