"""Where facts are kept: tables, views, migrations, and what asks or checks them."""
