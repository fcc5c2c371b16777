"""What the articles tell together: events, what lies behind them, who leans on whom, what all tell."""
