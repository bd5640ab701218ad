"""The compiled inner loops beside their reference."""
