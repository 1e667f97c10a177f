"""The dashboard: Streamlit pages and components over the services."""
