"""The living office: some hundred applications in every state, led there through the API by the people of the demonstration."""
