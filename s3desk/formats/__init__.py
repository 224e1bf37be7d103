"""What leaves and enters: PDF, Excel, JSON. Each format writes one frozen report picture."""
