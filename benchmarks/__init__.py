"""How long the coach takes, beside something everybody knows, in one run: `python -m benchmarks`.

Machines differ and drift; ratios taken in turns on one machine are what can be compared.
"""
