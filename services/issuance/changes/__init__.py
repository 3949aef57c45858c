"""A permit's next revision: plates or dates changed by its holder at once, validity renewed by an approver."""
